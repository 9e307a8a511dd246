# rule: python_calling.number_or_text_called
# source: constructed
# says: scores\[0\]
# says: scores
# %% fails
scores=[1,2]
scores(0)
# %% mended
scores=[1,2]
scores[0]
