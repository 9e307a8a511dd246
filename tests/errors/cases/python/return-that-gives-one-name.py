# rule: cells_typed.return_with_a_name
# source: constructed
# says: return sum\(xs\) / len\(xs\)
# %% fails
def average(xs):
    return result = sum(xs) / len(xs)
average([1, 2])
# %% mended
def average(xs):
    return sum(xs) / len(xs)
average([1, 2])
