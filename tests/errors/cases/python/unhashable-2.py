# rule: python_shapes.unhashable
# source: constructed
# says: d\[tuple\(k\)\]=3
# %% fails
d={}
k=[1]
d[k]=3
# %% mended
d={}
k=[1]
d[tuple(k)]=3
