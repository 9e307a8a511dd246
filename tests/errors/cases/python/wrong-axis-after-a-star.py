# rule: not builtins_covered.by_a_star
# source: constructed
# %% before
from numpy import *
rows = array([[1, 2], [3, 4]])
# %% fails
max(rows, 2)
