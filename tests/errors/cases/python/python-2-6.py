# rule: python_spelling.python_2
# source: constructed
# says: x = 5
# %% fails
x = 05
# %% mended
x = 5
