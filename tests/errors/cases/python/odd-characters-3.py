# rule: python_spelling.odd_characters
# source: constructed
# says: x = 5 \- 3
# %% fails
x = 5 − 3
# %% mended
x = 5 - 3
