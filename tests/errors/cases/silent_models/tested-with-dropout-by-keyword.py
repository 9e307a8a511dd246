# notice: measured_in_training.without_eval
# source: constructed
# says: drops\.eval\(\)
# %% before
import torch
from torch import nn
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
drops = nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2))
rows = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16)
# %% cell
def test_accuracy(loader, net):
    hits = []
    for xb, yb in loader:
        hits.append((net(xb).argmax(dim=1) == yb).float().mean())
    return torch.stack(hits).mean()
acc = test_accuracy(rows, net=drops)
# %% mended
drops.eval()
def test_accuracy(loader, net):
    hits = []
    for xb, yb in loader:
        hits.append((net(xb).argmax(dim=1) == yb).float().mean())
    return torch.stack(hits).mean()
acc = test_accuracy(rows, net=drops)
