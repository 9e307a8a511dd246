# rule: python_spelling.python_2
# source: constructed
# says: print\('a', 5\)
# says: print
# %% fails
print 'a', 5
# %% mended
print('a', 5)
