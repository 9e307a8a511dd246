# rule: python_unpacking.unpacking
# source: constructed
# says: a = 5
# %% fails
a, b = 5
# %% mended
a = 5
