# rule: python_shapes.not_indexable
# source: constructed
# says: x = list\(i for i in range\(3\)\)
# %% fails
x = (i for i in range(3))
x[0]
# %% mended
x = (i for i in range(3))
list(x)[0]
