# rule: python_syntax_calls.missing_comma
# source: constructed
# says: x = \[1, 2, 3\]
# %% fails
x = [1 2 3]
# %% mended
x = [1, 2, 3]
