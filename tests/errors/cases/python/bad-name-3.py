# rule: python_spelling.bad_name
# source: constructed
# says: model_2nd = 5
# says: nd_model
# %% fails
2nd_model = 5
# %% mended
model_2nd = 5
