# rule: python_values.division_by_zero
# source: constructed
# says: 5 / n if n else 0
# %% fails
n=0
5/n
# %% mended
n=0
5 / n if n else 0
