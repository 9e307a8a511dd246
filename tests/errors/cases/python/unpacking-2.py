# rule: python_unpacking.unpacking
# source: constructed
# says: On the left stand 3 names \(a, b, c\), on the right \(1, 2\) gives 2 values\.
# %% fails
a,b,c = 1,2
