# rule: python_types.list_and_other
# source: constructed
# says: \[a \* b for a, b in zip\(\[1, 2\], \[3, 4\]\)\]
# %% fails
[1,2] * [3,4]
# %% mended
[a * b for a, b in zip([1, 2], [3, 4])]
