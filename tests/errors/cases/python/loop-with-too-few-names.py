# rule: python_unpacking.unpacking
# source: constructed
# says: for day, high, \*rest in weather:
# %% fails
weather = [("mon", 20, 11), ("tue", 18, 9)]
for day, high in weather:
    print(day)
# %% mended
weather = [("mon", 20, 11), ("tue", 18, 9)]
for day, high, *rest in weather:
    print(day)
