# rule: python_scopes.builtin_shadowed
# source: constructed
# says: del sum
# says: sum
# %% before
sum = 0
for i in range(3): sum += i
# %% fails
sum([1,2])
# %% mended
del sum
