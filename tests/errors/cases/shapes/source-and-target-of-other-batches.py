# rule: attention_masks.batches_of_source_and_target
# source: constructed
# says: both\s+batches\s+have\s+the\s+same\s+size
# %% before
import torch
from torch import nn
model = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1)
# %% fails
out = model(torch.rand(10, 4, 8), torch.rand(6, 3, 8))
