# rule: python_attributes.of_lazy_things
# source: constructed
# says: list\(z\)\.append\(3\)
# says: zip
# %% fails
z = zip([1],[2])
z.append(3)
# %% mended
z = zip([1],[2])
list(z).append(3)
