# rule: modules.super_missing
# source: constructed
# says: super\(\)\.__init__\(\)
# %% before
import torch
from torch import nn
class Scale(nn.Module):
    def __init__(self, by): self.by = by
    def forward(self, x): return x * self.by
# %% fails
Scale(3)(torch.rand(2))
