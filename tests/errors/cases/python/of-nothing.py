# rule: python_values.of_nothing
# source: constructed
# says: max\(\[\], default=0\)
# %% fails
max([])
# %% mended
max([], default=0)
