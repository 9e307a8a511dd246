# rule: python_shapes.not_iterable
# source: constructed
# says: for i in range\(len\(x\)\): print\(i\)
# says: len
# %% fails
x=[1,2]
for i in len(x): print(i)
# %% mended
x=[1,2]
for i in range(len(x)): print(i)
