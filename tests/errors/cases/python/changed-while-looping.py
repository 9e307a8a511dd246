# rule: python_scopes.changed_while_looping
# source: constructed
# says: for k in list\(d\):
# %% fails
d={'a':1}
for k in d:
    del d[k]
# %% mended
d={'a':1}
for k in list(d):
    del d[k]
