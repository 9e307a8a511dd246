# rule: python_none.none_argument
# source: constructed
# says: return …
# %% fails
def f(a):
    return a[0]
def g(): pass
f(g())
