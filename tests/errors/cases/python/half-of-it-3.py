# rule: python_unfinished.half_of_it
# source: constructed
# says: In the dict of line 1 a key has no value\.
# %% fails
x = {1:2, 3}
