# rule: aliases_of_types.type_in_brackets
# source: constructed
# says: row = \[1, 2\]
# %% fails
row = list[1, 2]
row.append(3)
# %% mended
row = [1, 2]
row.append(3)
