# rule: notebook_names.deleted
# source: constructed
# says: x = 5
# %% before
x = 5
# %% before
del x
# %% fails
x + 1
# %% mended
x = 5
