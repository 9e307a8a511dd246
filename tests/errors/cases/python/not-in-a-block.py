# rule: python_indent.not_in_a_block
# source: constructed
# says: y = 2
# %% fails
x = 1
  y = 2
# %% mended
x = 1
y = 2
