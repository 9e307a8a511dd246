# rule: python_shapes.not_indexable
# source: constructed
# says: len\(\[1, 2\]\)
# says: len
# %% fails
len[[1,2]]
# %% mended
len([1, 2])
