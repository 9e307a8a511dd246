# rule: python_syntax.missing_colon
# source: constructed
# says: def f\(x\):
# says: def
# %% fails
def f(x)
    return x
# %% mended
def f(x):
    return x
