# rule: python_scopes.builtin_shadowed
# source: constructed
# says: del print
# says: print
# %% fails
print = 5
print('x')
# %% mended
print = 5
del print
