# rule: modules_based.base_is_a_module
# source: constructed
# says: data\.Dataset
# %% before
import torch
from torch import nn
import torch.utils.data as data
# %% fails
class Rows(data):
    def __len__(self): return 3
# %% mended
class Rows(data.Dataset):
    def __len__(self): return 3
