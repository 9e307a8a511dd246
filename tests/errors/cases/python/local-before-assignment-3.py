# rule: python_scopes.local_before_assignment
# source: constructed
# says: sum_ = …
# says: total
# %% fails
def total(xs):
    sum = sum(xs)
    return sum
total([1])
