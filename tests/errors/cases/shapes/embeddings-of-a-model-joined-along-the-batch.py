# rule: layers.linear_size
# source: constructed
# says: 3\s+×\s+4\s+=\s+12
# says: x = torch\.cat\(x, 1\)
# %% before
import torch
from torch import nn
class Tabular(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeds = nn.ModuleList([nn.Embedding(9, 4) for _ in range(3)])
        self.layers = nn.Sequential(nn.Linear(12, 8), nn.ReLU(), nn.Linear(8, 2))
    def forward(self, cats):
        x = [e(cats[:, i]) for i, e in enumerate(self.embeds)]
        x = torch.cat(x)
        return self.layers(x)
cats = torch.randint(0, 9, (5, 3))
# %% fails
Tabular()(cats)
# %% mended
class Tabular(Tabular):
    def forward(self, cats):
        x = [e(cats[:, i]) for i, e in enumerate(self.embeds)]
        x = torch.cat(x, 1)
        return self.layers(x)
Tabular()(cats)
