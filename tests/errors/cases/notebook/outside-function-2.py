# rule: notebook.outside_function
# source: constructed
# says: def f\(x\):
# says: return
# %% fails
def f(x):
    y = x + 1
return y
# %% mended
def f(x):
    y = x + 1
def f(x):
    ...
    return y
