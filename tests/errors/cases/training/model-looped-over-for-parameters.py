# rule: learners_indexed.not_a_loop
# source: constructed
# says: for p in scorer\.parameters\(\)
# %% before
from torch import nn
import torch


class Scorer(nn.Module):
    def __init__(self):
        super().__init__()
        self.encode, self.score = nn.Linear(6, 4), nn.Linear(4, 1)

    def forward(self, rows):
        return self.score(self.encode(rows).relu())


scorer = Scorer()
# %% fails
for p in scorer:
    p.requires_grad_(False)
# %% mended
for p in scorer.parameters():
    p.requires_grad_(False)
