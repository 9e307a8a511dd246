# rule: embeddings_chained.after_another_layer
# source: constructed
# says: self\.embs = nn\.ModuleList\(self\.embs\)
# says: cats = torch\.cat\(\[one\(cats\[:, i\]\) for i, one in enumerate\(self\.embs\)\], 1\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
xb = torch.randint(0, 3, (8, 2))
# %% fails
class Tab(nn.Module):
    def __init__(self):
        super().__init__()
        self.embs = nn.Sequential(nn.Embedding(5, 4), nn.Embedding(3, 2))
        self.lin = nn.Linear(6, 1)
    def forward(self, cats):
        cats = self.embs(cats)
        return self.lin(cats)
tab = Tab()
tab(xb)
# %% mended
class Tab(nn.Module):
    def __init__(self):
        super().__init__()
        self.embs = nn.Sequential(nn.Embedding(5, 4), nn.Embedding(3, 2))
        self.lin = nn.Linear(6, 1)
        self.embs = nn.ModuleList(self.embs)  # at the end of __init__
    def forward(self, cats):
        cats = torch.cat([one(cats[:, i]) for i, one in enumerate(self.embs)], 1)  # in forward
        return self.lin(cats)
tab = Tab()
tab(xb)
