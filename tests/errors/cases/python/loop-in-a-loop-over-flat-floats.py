# rule: python_shapes.not_iterable
# source: constructed
# says: for p in prices:
# %% before
prices = [1.5, 2.5]
# %% fails
for row in prices:
    for p in row:
        print(p)
# %% mended
for p in prices:
    print(p)
