# rule: python_indent.not_in_a_block
# source: constructed
# says: Line 2,\s+y = 2
# %% fails
x = 1
  y = 2
z = 3
# %% mended
x = 1
y = 2
z = 3
