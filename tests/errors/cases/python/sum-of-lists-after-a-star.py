# rule: builtins_covered.by_a_star
# source: constructed
# says: from builtins import sum
# %% before
from numpy import *
parts = [[1, 2], [3]]
# %% fails
flat = sum(parts, [])
# %% mended
from builtins import sum
flat = sum(parts, [])
