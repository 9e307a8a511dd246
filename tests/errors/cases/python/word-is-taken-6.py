# rule: python_spelling.word_is_taken
# source: constructed
# says: for class_ in \[1,2\]:
# says: class
# %% fails
for class in [1,2]:
    print(1)
# %% mended
for class_ in [1,2]:
    print(1)
