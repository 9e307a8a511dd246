# rule: python_types.sign_before
# source: constructed
# says: print\('a', 'b'\)
# %% fails
print('a', +'b')
# %% mended
print('a', 'b')
