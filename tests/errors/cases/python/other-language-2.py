# rule: python_spelling.other_language
# source: constructed
# says: if x > 1 and y > 2:
# %% fails
if x > 1 && y > 2:
    pass
