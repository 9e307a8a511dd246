# rule: notebook_undefined.misspelt
# source: constructed
# says: print\('x'\)
# says: prnt
# %% fails
prnt('x')
# %% mended
print('x')
