# rule: python_syntax_calls.equals_in_display
# source: constructed
# says: d = dict\(a=1\)
# %% fails
d = dict('a'=1)
# %% mended
d = dict(a=1)
