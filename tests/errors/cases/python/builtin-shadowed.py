# rule: python_scopes.builtin_shadowed
# source: constructed
# says: del list
# says: list
# %% before
list = [1,2]
# %% fails
list((3,4))
# %% mended
del list
