# rule: python_attributes.method_of_another_type
# source: constructed
# says: \[s\.split\(' '\) for s in l\]
# %% fails
l=['a b']
l.split(' ')
# %% mended
l=['a b']
[s.split(' ') for s in l]
