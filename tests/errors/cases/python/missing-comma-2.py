# rule: python_syntax_calls.missing_comma
# source: constructed
# says: x = \['a', 'b',
# %% fails
x = ['a', 'b'
     'c' 'd' 5]
