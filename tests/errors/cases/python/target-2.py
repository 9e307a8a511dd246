# rule: python_syntax_calls.target
# source: constructed
# says: x = 5
# %% fails
5 = x
# %% mended
x = 5
