# notice: none
# source: constructed
# %% before
import torch
train_x, valid_x = torch.rand(60, 3) * 9, torch.rand(20, 3) * 4
mean, std = train_x.mean(0), train_x.std(0)
def normalize(x): return (x - mean) / std
# %% cell
train_n = normalize(train_x)
valid_n = normalize(valid_x)
train_n.mean(0)
