# rule: python_unfinished.else_in_comprehension
# source: constructed
# says: x = \[i if i > 1 else 0 for i in range\(3\)\]
# says: else
# %% fails
x = [i for i in range(3) if i > 1 else 0]
# %% mended
x = [i if i > 1 else 0 for i in range(3)]
