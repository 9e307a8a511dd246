# rule: none
# source: constructed
# %% before
import torch
def gather(parts): raise RuntimeError('stack expects each tensor to be equal size, but got [3] at entry 0 and [4] at entry 1')
# %% fails
gather([1, 2])
