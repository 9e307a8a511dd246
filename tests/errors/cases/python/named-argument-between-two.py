# rule: python_syntax_calls.argument_order
# source: constructed
# says: print\('a', 'b', sep=', '\)
# %% before
x = 1
# %% fails
print(sep=', ', 'a', 'b')
# %% mended
print('a', 'b', sep=', ')
