# rule: python_calls.unknown_keyword
# source: constructed
# says: print\('a', sep=''\)
# says: print
# %% fails
print('a', seperator='')
# %% mended
print('a', sep='')
