# rule: python_scopes.builtin_shadowed
# source: constructed
# says: `?sum`?\s+is\s+hidden\s+too
# says: del len, sum
# %% before
ages = [3, 4, 5]
len = 3
sum = 12
mean = sum / len
# %% fails
print(len(ages))
# %% mended
del len, sum
print(len(ages))
