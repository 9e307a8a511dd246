# rule: sequences_packed.of_length_zero
# source: constructed
# says: n_words\.clamp\(min=1\)
# %% before
import torch
from torch import nn
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.gru = nn.Embedding(20, 4), nn.GRU(4, 8, batch_first=True)
    def forward(self, ids):
        n_words = (ids != 0).sum(1)
        packed = nn.utils.rnn.pack_padded_sequence(self.emb(ids), n_words, batch_first=True, enforce_sorted=False)
        return self.gru(packed)[1]
ids = torch.tensor([[3, 4, 0], [0, 0, 0]])
# %% fails
h = Tagger()(ids)
# %% mended
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.gru = nn.Embedding(20, 4), nn.GRU(4, 8, batch_first=True)
    def forward(self, ids):
        n_words = (ids != 0).sum(1)
        packed = nn.utils.rnn.pack_padded_sequence(self.emb(ids), n_words.clamp(min=1), batch_first=True, enforce_sorted=False)
        return self.gru(packed)[1]
h = Tagger()(ids)
