# rule: python_spelling.word_is_taken
# source: constructed
# says: f\(lam=0\.1\)
# says: lambda
# %% fails
f(lambda=0.1)
