# rule: python_indent.tabs_and_spaces
# source: constructed
# says: y = 2
# %% fails
if True:
	x = 1
        y = 2
# %% mended
if True:
        y = 2
        y = 2
