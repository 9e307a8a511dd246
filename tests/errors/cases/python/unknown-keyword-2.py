# rule: python_calls.unknown_keyword
# source: constructed
# says: sorted\(\[1, 2\]\)
# says: sorted
# %% fails
sorted([1,2], cmp=3)
# %% mended
sorted([1, 2])
