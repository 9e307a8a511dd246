# rule: modules_based.super_of_another_class
# source: constructed
# says: copied|other class|another class
# says: super\(\)\.__init__\(\)
# %% before
import torch
from torch import nn
import torch.utils.data as data
# %% fails
class Encoder(nn.Module):
    def __init__(self):
        super(Encoder, self).__init__()

class Decoder(nn.Module):
    def __init__(self, n):
        super(Encoder, self).__init__()
        self.out = nn.Linear(n, 2)
d = Decoder(3)
# %% mended
class Decoder(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.out = nn.Linear(n, 2)
d = Decoder(3)
