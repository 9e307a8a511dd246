# rule: batch_and_heads.attention_sizes
# source: constructed
# says: \(length,\s+batch,\s+features\)
# says: batch_first=True
# %% before
import torch
from torch import nn

attention = nn.MultiheadAttention(64, 4)
words = torch.randn(8, 10, 64)
padding = torch.zeros(8, 10, dtype=torch.bool)
# %% fails
out, weights = attention(words, words, words, key_padding_mask=padding)
# %% mended
attention = nn.MultiheadAttention(64, 4, batch_first=True)
out, weights = attention(words, words, words, key_padding_mask=padding)
