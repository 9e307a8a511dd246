# rule: python_shapes.not_indexable
# source: constructed
# says: list\(d\.keys\(\)\)\[0\]
# says: d\.keys
# %% fails
d={'a':1}
d.keys()[0]
# %% mended
d={'a':1}
list(d.keys())[0]
