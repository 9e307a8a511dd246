# rule: python_shapes.not_iterable
# source: constructed
# says: for i in f\(\): pass
# %% fails
def f(): return [1]
for i in f: pass
# %% mended
def f(): return [1]
for i in f(): pass
