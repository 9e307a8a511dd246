# rule: autograd_twice.backward_twice
# source: constructed
# says: before the loop
# says: stem_out = stem\(rows\)\s+features = body\(stem_out\)\s+loss = F\.mse_loss\(head\(features\), goal\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows, goal = torch.rand(6, 4), torch.rand(6, 1)
stem, body, head = nn.Linear(4, 4), nn.Linear(4, 3), nn.Linear(3, 1)
# %% fails
stem_out = stem(rows)
features = body(stem_out)
for _ in range(3):
    loss = F.mse_loss(head(features), goal)
    loss.backward()
# %% mended
for _ in range(3):
    stem_out = stem(rows)
    features = body(stem_out)
    loss = F.mse_loss(head(features), goal)
    loss.backward()
