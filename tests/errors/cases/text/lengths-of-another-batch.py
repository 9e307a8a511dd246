# rule: sequences_packed.as_many_as_items
# source: constructed
# says: 3\s+lengths
# %% before
import torch
from torch.nn.utils.rnn import pack_padded_sequence
captions, lengths = torch.zeros(4, 7, 2), [7, 5, 3]
# %% fails
targets = pack_padded_sequence(captions, lengths, batch_first=True)
