# rule: cells_typed.doubled_caret
# source: constructed
# says: return x\*\*2 \+ 1
# %% fails
def f(x):
    return x ^^ 2 + 1
f(3)
# %% mended
def f(x):
    return x**2 + 1
f(3)
