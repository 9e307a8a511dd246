# rule: python_values.missing_key
# source: constructed
# says: d\[1\]
# %% fails
d={1:'a'}
d['1']
# %% mended
d={1:'a'}
d[1]
