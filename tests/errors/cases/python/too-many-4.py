# rule: python_calls.too_many
# source: constructed
# says: f\(\)
# %% fails
def f(*, a): return a
f(1)
