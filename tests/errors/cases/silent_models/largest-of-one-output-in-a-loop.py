# notice: one_output.largest_of_one_output
# source: constructed
# says: is\s+0\s+for\s+every\s+row
# says: guess\s+=\s+\(out\.squeeze\(1\)\s+>\s+0\)\.long\(\)
# %% before
import torch
from torch import nn
torch.manual_seed(1)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
rows = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16)
net = nn.Sequential(nn.Linear(3, 6), nn.ReLU(), nn.Linear(6, 1))
def right(model, dl):
    n = 0
    for xb, yb in dl:
        out = model(xb)
        _, guess = torch.max(out, 1)
        n += (guess == yb).sum().item()
    return n / 48
# %% cell
right(net, rows)
# %% mended
def right(model, dl):
    n = 0
    for xb, yb in dl:
        out = model(xb)
        guess = (out.squeeze(1) > 0).long()
        n += (guess == yb).sum().item()
    return n / 48
right(net, rows)
