# rule: python_scopes.used_up
# source: constructed
# says: next\(g, None\)
# %% fails
g=(i for i in [1])
list(g)
next(g)
# %% mended
g=(i for i in [1])
list(g)
next(g, None)
