# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Block(nn.Module):
    def __init__(self, d=8):
        super().__init__()
        self.att = nn.MultiheadAttention(d, 2, batch_first=True)
    def forward(self, x, turned=False):
        n = x.shape[1]
        mask = torch.tril(torch.ones(n, n)).bool()
        out, _ = self.att(x, x, x, attn_mask=mask)
        return out
class Right(Block):
    def forward(self, x):
        n = x.shape[1]
        mask = torch.tril(torch.ones(n, n)).bool()
        return self.att(x, x, x, attn_mask=~mask)[0] + self.att(x, x, x, attn_mask=torch.triu(torch.ones(n, n), 1).bool())[0]
# %% cell
block = Right()
out = block(torch.randn(2, 5, 8))
low = torch.tril(torch.ones(5, 5)).bool()
q = torch.randn(2, 5, 8)
seen = F.scaled_dot_product_attention(q, q, q, attn_mask=low)
