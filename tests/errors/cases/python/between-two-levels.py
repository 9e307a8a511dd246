# rule: python_indent.between_two_levels
# source: constructed
# says: y = 2
# %% fails
if True:
    x = 1
   y = 2
# %% mended
if True:
    x = 1
    y = 2
