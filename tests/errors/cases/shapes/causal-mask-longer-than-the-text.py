# rule: attention_masks.mask_of_another_length
# source: constructed
# says: for\s+10\s+words
# says: mask=mask\[:6,\s+:6\]
# %% before
import torch
from torch import nn
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, batch_first=True), 1)
mask = nn.Transformer.generate_square_subsequent_mask(10)
x = torch.rand(4, 6, 8)
# %% fails
out = enc(x, mask=mask)
# %% mended
out = enc(x, mask=mask[:6, :6])
