# rule: not builtins_covered.by_a_star
# source: constructed
# %% before
from math import *
def max(a): return a
# %% fails
max(3, 4)
