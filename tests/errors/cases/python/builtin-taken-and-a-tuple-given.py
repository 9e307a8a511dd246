# rule: python_scopes.builtin_shadowed
# source: constructed
# says: sum is the number 7
# %% before
sum = 3 + 4
# %% fails
pair = (1, 2),
sum(pair[0]) + sum(pair)
# %% mended
del sum
pair = (1, 2),
sum(pair[0]) + sum(*pair)
