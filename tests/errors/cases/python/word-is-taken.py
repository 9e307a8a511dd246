# rule: python_spelling.word_is_taken
# source: constructed
# says: lam = 0\.1
# says: lambda
# %% fails
lambda = 0.1
# %% mended
lam = 0.1
