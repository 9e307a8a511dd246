# rule: python_scopes.builtin_shadowed
# source: constructed
# says: del str
# says: str
# %% before
str = 'abc'
# %% fails
str(5)
# %% mended
del str
