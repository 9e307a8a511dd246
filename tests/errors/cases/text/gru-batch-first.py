# rule: lstm.hidden_state
# source: constructed
# says: batch_first=True
# says: self\.gru = nn\.GRU\(width, hidden, batch_first=True\)
# %% before
import torch
from torch import nn
# %% fails
class Mood(nn.Module):
    def __init__(self, width=5, hidden=7):
        super().__init__()
        self.hidden, self.gru = hidden, None
        self.gru = nn.GRU(width, hidden)
        self.last = nn.Linear(hidden, 2)
    def forward(self, words):
        state = torch.zeros(1, words.shape[0], self.hidden)
        steps, state = self.gru(words, state)
        return self.last(steps[:, -1])
Mood()(torch.rand(12, 9, 5))
# %% mended
class Mood(nn.Module):
    def __init__(self, width=5, hidden=7):
        super().__init__()
        self.hidden = hidden
        self.gru = nn.GRU(width, hidden, batch_first=True)
        self.last = nn.Linear(hidden, 2)
    def forward(self, words):
        state = torch.zeros(1, words.shape[0], self.hidden)
        steps, state = self.gru(words, state)
        return self.last(steps[:, -1])
Mood()(torch.rand(12, 9, 5))
