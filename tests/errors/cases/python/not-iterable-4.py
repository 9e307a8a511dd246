# rule: python_shapes.not_iterable
# source: constructed
# says: sum\(\[5\]\)
# %% fails
sum(5)
# %% mended
sum([5])
