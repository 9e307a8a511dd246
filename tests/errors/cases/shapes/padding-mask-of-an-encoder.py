# rule: batch_and_heads.attention_sizes
# source: https://github.com/pytorch/pytorch/issues/25129
# says: TransformerEncoderLayer\(8,\s+2,\s+batch_first=True\)
# %% before
import torch
from torch import nn
x, pad = torch.rand(7, 3, 8), torch.zeros(7, 3, dtype=torch.bool)
# %% fails
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 1)
out = enc(x, src_key_padding_mask=pad)
# %% mended
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, batch_first=True), 1)
out = enc(x, src_key_padding_mask=pad)
