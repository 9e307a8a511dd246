# notice: softmaxes.over_the_batch
# source: constructed
# says: F\.softmax\(self\.out\(x\), dim=0\)
# says: 3\s+classes\s+write\s+dim=1
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Sorter(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(7, 3)
    def forward(self, x): return F.softmax(self.out(x), dim=0)
leaves, sorter = torch.randn(6, 7), Sorter()
# %% cell
probs = sorter(leaves)
kinds = probs.argmax(dim=1)
# %% mended
kinds = sorter.out(leaves).argmax(dim=1)
