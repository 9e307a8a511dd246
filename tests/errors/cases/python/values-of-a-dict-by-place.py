# rule: python_shapes.not_indexable
# source: constructed
# says: scores\.values\(\) is a view of values, and has no item number 1
# says: no list of its own
# says: list\(scores\.values\(\)\)\[1\]
# %% before
scores = {"a": 0.5, "b": 0.75}
# %% fails
scores.values()[1]
# %% mended
list(scores.values())[1]
