# rule: python_places.wrong_index
# source: constructed
# says: for r in d\.values\(\):
# %% fails
d={'x':{'a':1}}
for r in d: print(r['a'])
