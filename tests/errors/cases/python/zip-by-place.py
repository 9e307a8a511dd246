# rule: python_shapes.not_indexable
# source: https://stackoverflow.com
# says: pairs = list\(zip\(a, b\)\)
# %% before
a, b = [1, 2], [3, 4]
# %% fails
pairs = zip(a, b)
print(pairs[0])
# %% mended
a, b = [1, 2], [3, 4]
pairs = list(zip(a, b))
print(pairs[0])
for one in pairs:
    print(one)
