# rule: python_types.list_and_other
# source: constructed
# says: \[x / 2 for x in l\]
# %% fails
l=[1,2]
l / 2
# %% mended
l=[1,2]
[x / 2 for x in l]
