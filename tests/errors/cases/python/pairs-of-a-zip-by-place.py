# rule: python_shapes.not_indexable
# source: constructed
# says: pairs is a zip, and has no item number 0
# says: zip is an iterator: it pairs its lists one item\s+at\s+a\s+time
# says: list\(zip\(words, counts\)\)
# %% before
words, counts = ["a", "b"], [1, 2]
# %% fails
pairs = zip(words, counts)
first = pairs[0]
# %% mended
pairs = list(zip(words, counts))
first = pairs[0]
