# rule: python_shapes.not_indexable
# source: constructed
# says: list\(s\)\[0\]
# %% fails
s={1,2}
s[0]
# %% mended
s={1,2}
list(s)[0]
