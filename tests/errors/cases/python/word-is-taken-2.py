# rule: python_spelling.word_is_taken
# source: constructed
# says: lr = 0\.1; class_ = 3
# says: class
# %% fails
lr = 0.1; class = 3
# %% mended
lr = 0.1; class_ = 3
