# rule: batch_and_heads.attention_sizes
# source: constructed
# says: 12
# says: 10
# %% before
import torch
from torch import nn
attn = nn.MultiheadAttention(12, 2)
x = torch.rand(4, 2, 10)
# %% fails
attn(x, x, x)
# %% mended
attn = nn.MultiheadAttention(10, 2)
attn(x, x, x)
