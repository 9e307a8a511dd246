# rule: python_order.cannot_be_compared
# source: https://stackoverflow.com/questions/43544218/typeerror-not-supported-between-instances-of-nonetype-and-int
# says: rain is not None and rain >= 10
# says: None
# %% before
def measured(days, day):
    return days.get(day)


week = {"mon": 4, "tue": 11}
# %% fails
rain = measured(week, "wed")
if rain >= 10:
    print("take the bus")
# %% mended
rain = measured(week, "wed")
if rain is not None and rain >= 10:
    print("take the bus")
