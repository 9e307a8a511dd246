# notice: none
# source: constructed
# %% before
import torch
import torch.nn.functional as F
q = torch.randn(5, 8); k = torch.randn(5, 8); v = torch.randn(5, 8)
# %% cell
scores = q @ k.T / 8**0.5
weights = F.softmax(scores, dim=-1)
column_weights = scores.softmax(dim=0)
out = weights @ v
