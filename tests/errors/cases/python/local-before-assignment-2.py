# rule: python_scopes.local_before_assignment
# source: constructed
# says: y = None
# %% fails
def f(x):
    if x > 3: y = 1
    return y
f(1)
# %% mended
def f(x):
    if x > 3: y = 1
    return y
y = None
