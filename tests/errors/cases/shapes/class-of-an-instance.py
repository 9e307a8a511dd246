# rule: not modules_based.base_is_a_module
# source: constructed
# %% before
import torch
from torch import nn
import torch.utils.data as data
# %% fails
class Odd(3): pass
