# rule: python_scopes.builtin_shadowed
# source: constructed
# says: no longer Python's own print
# %% before
weight = 95
print = weight / 1.8
# %% fails
line = f'weighs {weight}',
print(line)
# %% mended
del print
line = f'weighs {weight}',
print(line)
