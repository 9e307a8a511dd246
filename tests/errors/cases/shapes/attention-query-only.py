# rule: batch_and_heads.attention_sizes
# source: constructed
# says: query
# says: \(x, x, x\)
# %% before
import torch
from torch import nn
attn = nn.MultiheadAttention(12, 2)
x = torch.rand(4, 2, 12)
# %% fails
attn(x)
# %% mended
attn(x, x, x)
