# rule: python_shapes.not_indexable
# source: constructed
# says: list\(ages\.keys\(\)\)\[0\]
# %% before
ages = {"Ann": 31, "Bo": 29}
# %% fails
first = ages.keys[0]
# %% mended
first = list(ages.keys())[0]
