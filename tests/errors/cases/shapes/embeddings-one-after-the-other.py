# rule: embeddings_chained.after_another_layer
# source: constructed
# says: x = torch\.cat\(\[self\.users\(x\[:, 0\]\), self\.movies\(x\[:, 1\]\)\], 1\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
xb = torch.randint(0, 3, (8, 2))
# %% fails
class Rating(nn.Module):
    def __init__(self):
        super().__init__()
        self.users, self.movies = nn.Embedding(5, 4), nn.Embedding(3, 4)
        self.lin = nn.Linear(8, 1)
    def forward(self, x):
        x = self.users(x)
        x = self.movies(x)
        return self.lin(x)
Rating()(xb)
# %% mended
class Rating(nn.Module):
    def __init__(self):
        super().__init__()
        self.users, self.movies = nn.Embedding(5, 4), nn.Embedding(3, 4)
        self.lin = nn.Linear(8, 1)
    def forward(self, x):
        x = torch.cat([self.users(x[:, 0]), self.movies(x[:, 1])], 1)
        return self.lin(x)
Rating()(xb)
