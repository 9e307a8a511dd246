# rule: python_none.none_result
# source: constructed
# says: mean is None
# says: average came to its end without return
# %% before
def average(values):
    if values:
        return sum(values) / len(values)
mean = average([])
# %% fails
print(f"mean {mean:.3f}")
# %% mended
def average(values):
    if values:
        return sum(values) / len(values)
    return float("nan")
mean = average([])
print(f"mean {mean:.3f}")
