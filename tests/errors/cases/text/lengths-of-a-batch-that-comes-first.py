# rule: sequences_packed.as_many_as_items
# source: constructed
# says: batch_first=True
# %% before
import torch
from torch import nn
x, lens = torch.rand(3, 7, 2), [7, 5, 4]
# %% fails
packed = nn.utils.rnn.pack_padded_sequence(x, lens)
# %% mended
packed = nn.utils.rnn.pack_padded_sequence(x, lens, batch_first=True)
