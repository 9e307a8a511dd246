# rule: python_unfinished.half_of_it
# source: constructed
# says: x = 3 if True else None
# says: True
# %% fails
x = 3 if True
# %% mended
x = 3 if True else None
