# rule: python_shapes.cannot_be_changed
# source: constructed
# says: t = list\(t\)
# %% fails
t=(1,2)
t[0]=3
# %% mended
t=(1,2)
t = list(t)
t[0] = 3
