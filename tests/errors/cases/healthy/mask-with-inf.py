# notice: none
# source: constructed
# %% before
import torch
scores = torch.randn(4, 4)
# %% cell
mask = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
scores = scores.masked_fill(mask, float('-inf'))
scores.softmax(-1)
