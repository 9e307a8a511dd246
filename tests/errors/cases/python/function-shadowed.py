# rule: python_scopes.function_shadowed
# source: constructed
# says: \# run cell \[1\] again, which defines score
# says: score
# %% before
def score(x): return x
# %% before
score = score(3)
# %% fails
score(4)
# %% mended
# run cell [1] again, which defines score
