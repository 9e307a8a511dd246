# rule: python_none.none_result
# source: constructed
# says: d\.keys\(\)
# says: d\.get
# %% fails
d = {'a':1}
v = d.get('b')
v + 1
# %% mended
d = {'a':1}
v = d.get('b')
d.keys()
