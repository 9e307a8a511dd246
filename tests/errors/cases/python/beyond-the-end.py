# rule: python_values.beyond_the_end
# source: constructed
# says: scores\[\-1\]
# says: scores
# %% fails
scores=[3,1,2]
scores[5]
# %% mended
scores=[3,1,2]
scores[-1]
