# rule: python_shapes.not_indexable
# source: constructed
# says: x
# %% fails
x=5
x[0]
# %% mended
x=5
x
