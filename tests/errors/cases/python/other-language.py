# rule: python_spelling.other_language
# source: constructed
# says: elif x > 2:
# says: else
# %% fails
if x > 3:
    y = 1
else if x > 2:
    y = 2
