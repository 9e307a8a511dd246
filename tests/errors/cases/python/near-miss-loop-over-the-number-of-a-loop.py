# rule: python_shapes.not_iterable
# source: constructed
# says: range\(n\)
# %% before
sizes = [3, 4]
# %% fails
for n in sizes:
    for i in n:
        print(i)
# %% mended
for n in sizes:
    for i in range(n):
        print(i)
