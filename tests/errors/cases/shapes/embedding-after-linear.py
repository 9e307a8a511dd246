# rule: embeddings_chained.after_another_layer
# source: constructed
# says: Put the embedding first
# %% before
import torch, torch.nn.functional as F
from torch import nn
# %% fails
net = nn.Sequential(nn.Linear(4, 8), nn.Embedding(10, 3))
net(torch.rand(2, 4))
# %% mended
net = nn.Sequential(nn.Embedding(10, 3), nn.Flatten(), nn.Linear(12, 8))
net(torch.randint(0, 10, (2, 4)))
