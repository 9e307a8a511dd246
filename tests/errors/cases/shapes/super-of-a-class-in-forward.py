# rule: modules_based.super_of_another_class
# source: constructed
# says: Encoder
# says: super\(\)
# %% before
import torch
from torch import nn
import torch.utils.data as data
# %% fails
class Encoder(nn.Module): pass
class Rows(data.Dataset):
    def __init__(self, n):
        super(Encoder, self).__init__()
        self.n = n
r = Rows(4)
# %% mended
class Rows(data.Dataset):
    def __init__(self, n):
        super().__init__()
        self.n = n
r = Rows(4)
