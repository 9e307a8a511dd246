# rule: python_spelling.bad_name
# source: constructed
# says: learning_rate = 0\.1
# says: learning
# %% fails
learning-rate = 0.1
# %% mended
learning_rate = 0.1
