# notice: none
# source: constructed
# %% before
import torch
train_x, valid_x = torch.rand(60, 30) * 9, torch.rand(20, 30) * 4
def normalize(x): return (x - x.mean(1, keepdim=True)) / x.std(1, keepdim=True)
# %% cell
train_n = normalize(train_x)
valid_n = normalize(valid_x)
row_train = (train_x - train_x.mean(dim=1, keepdim=True)) / train_x.std(dim=1, keepdim=True)
row_valid = (valid_x - valid_x.mean(dim=1, keepdim=True)) / valid_x.std(dim=1, keepdim=True)
