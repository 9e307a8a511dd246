# rule: python_syntax_calls.missing_comma
# source: constructed
# says: print\('a', x\)
# %% fails
print('a' x)
