# rule: python_values.division_by_zero
# source: constructed
# says: sum\(xs\) / len\(xs\) if xs else 0
# says: len
# %% fails
def mean(xs): return sum(xs) / len(xs)
mean([])
