# rule: learners_indexed.not_a_list
# source: constructed
# says: Scorer
# says: last = scorer\.score
# says: children
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
last = scorer[-1]
# %% mended
last = scorer.score
