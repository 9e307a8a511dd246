# rule: python_unpacking.unpacking
# source: constructed
# says: \[\(1, 2\), \(3, 4, 5\)\]\[1\]
# %% fails
for a,b in [(1,2),(3,4,5)]: pass
# %% mended
[(1, 2), (3, 4, 5)][1]
