# rule: label_numbers.embedding_too_small
# source: constructed
# says: begin at 1
# says: nn\.Embedding\(6, 3\)
# %% before
import torch
from torch import nn
users = torch.tensor([1, 2, 3, 4, 5])
model = nn.Sequential(nn.Embedding(5, 3), nn.Linear(3, 1))
# %% fails
model(users)
# %% mended
model = nn.Sequential(nn.Embedding(6, 3), nn.Linear(3, 1))
model(users)
