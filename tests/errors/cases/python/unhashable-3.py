# rule: python_shapes.unhashable
# source: constructed
# says: set\(tuple\(x\) for x in \[\[1\], \[2\]\]\)
# says: set
# %% fails
set([[1],[2]])
# %% mended
set(tuple(x) for x in [[1], [2]])
