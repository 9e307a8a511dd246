# rule: python_shapes.no_length
# source: constructed
# says: x = list\(i for i in range\(3\)\)
# %% fails
x = (i for i in range(3))
len(x)
# %% mended
x = (i for i in range(3))
len(list(x))
