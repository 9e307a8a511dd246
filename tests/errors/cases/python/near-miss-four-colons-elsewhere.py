# rule: not cells_typed.colons_in_a_slice
# source: constructed
# %% fails
d = {'a': 1: 2}
