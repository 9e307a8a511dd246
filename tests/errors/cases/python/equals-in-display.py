# rule: python_syntax_calls.equals_in_display
# source: constructed
# says: d = \{'a' : 1, 'b' : 2\}
# %% fails
d = {'a' = 1, 'b' = 2}
# %% mended
d = {'a' : 1, 'b' : 2}
