# rule: lstm.hidden_state
# source: constructed
# says: a = torch\.zeros\(1, words\.shape\[0\], 12
# says: b = torch\.zeros\(1, words\.shape\[0\], 12
# %% before
import torch
# %% fails
from fastai.text.all import *
steps = torch.arange(22 * 6).reshape(22, 6) % 9
pairs = [(one, one) for one in steps]
dls = DataLoaders.from_dsets(pairs, pairs[:11], bs=8, num_workers=0, shuffle=False)
class Reader(Module):
    def __init__(self):
        self.look = nn.Embedding(9, 12)
        self.layer = nn.LSTM(12, 12, 1, batch_first=True)
        self.out = nn.Linear(12, 9)
        self.kept = torch.zeros(1, 8, 12)
    def forward(self, words):
        a, b = torch.zeros(1, 8, 12), torch.zeros(1, 8, 12)
        seen, _ = self.layer(self.look(words), (a, b))
        return self.out(seen)
reader = Learner(dls, Reader(), loss_func=CrossEntropyLossFlat())
reader.fit(1)
# %% mended
from fastai.text.all import *
steps = torch.arange(22 * 6).reshape(22, 6) % 9
pairs = [(one, one) for one in steps]
dls = DataLoaders.from_dsets(pairs, pairs[:11], bs=8, num_workers=0, shuffle=False)
class Reader(Module):
    def __init__(self):
        self.look = nn.Embedding(9, 12)
        self.layer = nn.LSTM(12, 12, 1, batch_first=True)
        self.out = nn.Linear(12, 9)
        self.kept = torch.zeros(1, 8, 12)
    def forward(self, words):
        a = torch.zeros(1, words.shape[0], 12, device=words.device)
        b = torch.zeros(1, words.shape[0], 12, device=words.device)
        seen, _ = self.layer(self.look(words), (a, b))
        return self.out(seen)
reader = Learner(dls, Reader(), loss_func=CrossEntropyLossFlat())
reader.fit(1)
