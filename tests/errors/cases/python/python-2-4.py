# rule: python_spelling.python_2
# source: constructed
# says: except ValueError as e:
# says: except
# %% fails
try:
    x = 1
except ValueError, e:
    pass
# %% mended
try:
    x = 1
except ValueError as e:
    pass
