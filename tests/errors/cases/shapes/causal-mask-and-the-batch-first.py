# rule: attention_masks.mask_of_another_length
# source: constructed
# says: nn\.TransformerEncoderLayer\(8,\s+2,\s+batch_first=True\)
# %% before
import torch
from torch import nn
# %% fails
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 1)
x = torch.rand(4, 6, 8)
mask = nn.Transformer.generate_square_subsequent_mask(6)
out = enc(x, mask=mask)
# %% mended
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, batch_first=True), 1)
x = torch.rand(4, 6, 8)
mask = nn.Transformer.generate_square_subsequent_mask(6)
out = enc(x, mask=mask)
