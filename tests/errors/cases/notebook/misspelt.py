# rule: notebook_undefined.misspelt
# source: constructed
# says: scores
# says: Scores
# %% before
scores = [1,2]
# %% fails
Scores
# %% mended
scores
