# rule: python_syntax.bracket_pairs
# source: constructed
# says: x = \[1, 2, 3\]
# %% fails
x = [1, 2, 3
y = 5
# %% mended
x = [1, 2, 3]
y = 5
