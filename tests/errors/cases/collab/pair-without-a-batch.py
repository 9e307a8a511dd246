# rule: columns_of_a_row.row_without_batch
# source: constructed
# says: pair has the shape \(2,\)
# says: pair
# says: dimension of the batch
# says: net\(pair\[None\]\)
# %% before
import torch
from torch import nn
class DotProduct(nn.Module):
    def __init__(self, n_users, n_films, k):
        super().__init__()
        self.u, self.f = nn.Embedding(n_users, k), nn.Embedding(n_films, k)
    def forward(self, x):
        return (self.u(x[:, 0]) * self.f(x[:, 1])).sum(1)
net = DotProduct(5, 9, 3)
# %% fails
pair = torch.tensor([1, 4])
score = net(pair)
# %% mended
pair = torch.tensor([1, 4])
score = net(pair[None])
