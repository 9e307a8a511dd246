# notice: causal_masks.hides_a_whole_row
# source: constructed
# says: self\.tril\[:T,\s+:T\] == 0
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Head(nn.Module):
    def __init__(self, d=8, block=16):
        super().__init__()
        self.k, self.q = nn.Linear(d, d), nn.Linear(d, d)
        self.register_buffer('tril', torch.tril(torch.ones(block, block)))
    def forward(self, x):
        T = x.shape[1]
        w = self.q(x) @ self.k(x).transpose(1, 2)
        w = w.masked_fill(self.tril[:T, :T] == 1, -1e9)
        return w.softmax(-1) @ x
# %% cell
head = Head()
out = head(torch.randn(2, 5, 8))
