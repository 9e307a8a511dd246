# rule: python_syntax_calls.missing_comma
# source: constructed
# says: x = 1
# %% fails
x = 1 y = 2
# %% mended
x = 1
y = 2
