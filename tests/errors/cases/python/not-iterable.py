# rule: python_shapes.not_iterable
# source: constructed
# says: for i in range\(5\): pass
# %% fails
for i in 5: pass
# %% mended
for i in range(5): pass
