# rule: python_spelling.return_in_lambda
# source: constructed
# says: f = lambda x: x \+ 1
# says: return
# %% fails
f = lambda x: return x + 1
# %% mended
f = lambda x: x + 1
