# rule: python_unpacking.unpacking
# source: constructed
# says: for k, v in d\.items\(\):
# %% fails
d={'ab':1,'xyz':2}
for k,v in d: pass
