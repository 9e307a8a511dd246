# rule: attention_masks.batches_of_source_and_target
# source: constructed
# says: batch_first=True
# %% before
import torch
from torch import nn
src, tgt = torch.rand(4, 10, 8), torch.rand(4, 6, 8)
# %% fails
model = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1)
out = model(src, tgt)
# %% mended
model = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1, batch_first=True)
out = model(src, tgt)
