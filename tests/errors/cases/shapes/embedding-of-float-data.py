# rule: indices.embedding_of_floats
# source: constructed
# says: xb\.long\(\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
xb = torch.randint(0, 3, (8, 2)).float()
# %% fails
net = nn.Sequential(nn.Embedding(5, 4), nn.Flatten(), nn.Linear(8, 1))
net(xb)
# %% mended
net = nn.Sequential(nn.Embedding(5, 4), nn.Flatten(), nn.Linear(8, 1))
net(xb.long())
