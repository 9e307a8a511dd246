# rule: python_unpacking.unpacking
# source: constructed
# says: for i, x in enumerate\(\['a', 'b'\]\):
# %% fails
for i,x in ['a','b']: pass
