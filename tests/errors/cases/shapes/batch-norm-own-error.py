# rule: not batch_and_heads.batch_norm_of_one
# source: constructed
# %% before
import torch
from torch import nn
class Gate(nn.Module):
    def forward(self, x):
        if x.shape[0] < 2: raise ValueError("Expected more than 1 value per channel when training")
        return x
gate = Gate()
# %% fails
gate(torch.rand(1, 3))
