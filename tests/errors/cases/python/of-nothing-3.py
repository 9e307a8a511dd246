# rule: python_values.of_nothing
# source: constructed
# says: if 3 in \[1, 2\]: \[1,2\]\.remove\(3\)
# %% fails
[1,2].remove(3)
# %% mended
if 3 in [1, 2]: [1,2].remove(3)
