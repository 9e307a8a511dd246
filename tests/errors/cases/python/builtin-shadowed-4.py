# rule: python_scopes.builtin_shadowed
# source: constructed
# says: del max
# says: max
# %% fails
max = 3
def f(): return max(1,2)
f()
# %% mended
max = 3
def f(): return max(1,2)
del max
