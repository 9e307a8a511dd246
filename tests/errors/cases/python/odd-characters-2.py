# rule: python_spelling.odd_characters
# source: constructed
# says: x = 'a'
# %% fails
x = ‘a’
# %% mended
x = 'a'
