# rule: python_types.list_and_other
# source: constructed
# says: \[1\] \+ \[2\]
# %% fails
[1] + 2
# %% mended
[1] + [2]
