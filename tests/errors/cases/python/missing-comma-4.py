# rule: python_syntax_calls.missing_comma
# source: constructed
# says: d = \{'a': 1,
# %% fails
d = {'a': 1
     'b': 2}
# %% mended
d = {'a': 1,
     'b': 2}
