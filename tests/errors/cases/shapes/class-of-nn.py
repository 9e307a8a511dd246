# rule: modules_based.base_is_a_module
# source: constructed
# says: nn\.Module
# says: class Tiny\(nn\.Module\):
# %% before
import torch
from torch import nn
import torch.utils.data as data
# %% fails
class Tiny(nn):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 2)
# %% mended
class Tiny(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 2)
