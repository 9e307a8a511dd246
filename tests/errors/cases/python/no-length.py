# rule: python_shapes.no_length
# source: constructed
# says: len\(str\(5\)\)
# %% fails
len(5)
# %% mended
len(str(5))
