# rule: python_calls.too_many
# source: constructed
# says: x is given twice to f: as x=… and as argument number 1, 1\.
# %% fails
def f(x, y): pass
f(1, x=2)
