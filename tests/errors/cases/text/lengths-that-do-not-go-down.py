# rule: sequences_packed.not_sorted
# source: constructed
# says: enforce_sorted=False
# %% before
import torch
from torch.nn.utils.rnn import pack_padded_sequence
x, lens = torch.rand(3, 7, 2), torch.tensor([3, 7, 5])
# %% fails
packed = pack_padded_sequence(x, lens, batch_first=True)
# %% mended
packed = pack_padded_sequence(x, lens, batch_first=True, enforce_sorted=False)
