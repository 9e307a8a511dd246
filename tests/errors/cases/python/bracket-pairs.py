# rule: python_syntax.bracket_pairs
# source: constructed
# says: x = \(1 \+ 2\)
# %% fails
x = (1 + 2
y = 3
# %% mended
x = (1 + 2)
y = 3
