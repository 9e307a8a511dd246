# notice: later_values.last_value_of_a_loop
# source: constructed
# says: every\s+function\s+in\s+rules\s+uses\s+the\s+last\s+limit
# says: lambda\s+x,\s+limit=limit:\s+x\s+>\s+limit
# %% before
start = 1
# %% cell
rules = []
for limit in [1, 5, 9]:
    rules.append(lambda x: x > limit)
[r(6) for r in rules]
# %% mended
rules = []
for limit in [1, 5, 9]:
    rules.append(lambda x, limit=limit: x > limit)
[r(6) for r in rules]
