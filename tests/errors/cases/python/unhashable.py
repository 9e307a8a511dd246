# rule: python_shapes.unhashable
# source: constructed
# says: \{tuple\(\[1, 2\]\): 3\}
# %% fails
{[1,2]: 3}
# %% mended
{tuple([1, 2]): 3}
