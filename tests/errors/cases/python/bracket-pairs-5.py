# rule: python_syntax.bracket_pairs
# source: constructed
# says: x = 1
# %% fails
x = 1)
# %% mended
x = 1
