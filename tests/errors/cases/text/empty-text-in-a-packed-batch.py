# rule: sequences_packed.of_length_zero
# source: constructed
# says: length\s+0
# says: max\(n,\s+1\)
# %% before
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence
texts = [torch.ones(3, 4), torch.ones(2, 4), torch.ones(0, 4)]
lens = [len(t) for t in texts]
xb = pad_sequence(texts, batch_first=True)
# %% fails
packed = pack_padded_sequence(xb, lens, batch_first=True)
# %% mended
packed = pack_padded_sequence(xb, [max(n, 1) for n in lens], batch_first=True)
