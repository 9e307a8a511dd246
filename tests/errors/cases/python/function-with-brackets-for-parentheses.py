# rule: python_shapes.not_indexable
# source: constructed
# says: area\(3\)
# %% before
def area(side):
    return side * side


# %% fails
print(area[3])
# %% mended
print(area(3))
