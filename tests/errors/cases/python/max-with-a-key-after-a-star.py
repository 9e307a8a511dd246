# rule: builtins_covered.by_a_star
# source: constructed
# says: torch's function here
# says: from builtins import max
# says: import torch
# %% before
from torch import *
names = ['ab', 'cde']
# %% fails
longest = max(names, key=len)
# %% mended
from builtins import max
longest = max(names, key=len)
