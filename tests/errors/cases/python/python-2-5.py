# rule: python_spelling.python_2
# source: constructed
# says: x = 777
# %% fails
x = 0777
# %% mended
x = 777
