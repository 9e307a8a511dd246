# rule: python_unpacking.unpacking
# source: constructed
# says: a, \*b = \[1, 2, 3\]
# %% fails
a,b = [1,2,3]
# %% mended
a, *b = [1, 2, 3]
