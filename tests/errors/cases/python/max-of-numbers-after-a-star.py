# rule: builtins_covered.by_a_star
# source: https://stackoverflow.com/questions/2386714 (Why is "import *" bad?)
# says: max is numpy's function here
# says: from builtins import max
# %% before
from numpy import *
def at_least(rate, low): return max(rate, low)
# %% fails
at_least(3, 4)
# %% mended
from builtins import max, min
at_least(3, 4)
