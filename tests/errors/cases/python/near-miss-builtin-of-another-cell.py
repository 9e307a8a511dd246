# rule: python_scopes.builtin_shadowed
# source: constructed
# says: del max(?!,)
# %% before
id = 7
# %% before
max = 3
# %% fails
max([1, 2])
# %% mended
del max
max([1, 2])
