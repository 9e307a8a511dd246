# rule: python_shapes.cannot_be_changed
# source: constructed
# says: s = s\[:0\] \+ 'd' \+ s\[0\+1:\]
# says: abc
# %% fails
s='abc'
s[0]='d'
# %% mended
s='abc'
s = s[:0] + 'd' + s[0+1:]
