# rule: python_syntax_calls.braces_in_f_string
# source: constructed
# says: f'\{name\}'   \# the value of name
# %% fails
f'{}'
