# rule: python_spelling.word_is_taken
# source: constructed
# says: def f\(lam, x\):
# says: lambda
# %% fails
def f(lambda, x):
    return x
# %% mended
def f(lam, x):
    return x
