# rule: python_none.none_result
# source: constructed
# says: return …
# %% before
def f(x):
    if x > 3: return x
# %% fails
y = f(1)
y + 1
