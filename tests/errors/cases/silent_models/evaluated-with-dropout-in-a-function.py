# notice: measured_in_training.without_eval
# source: constructed
# says: net\.eval\(\)
# says: valid_loss\s+measures\s+net\s+in\s+training\s+mode
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
rows = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16)
net = nn.Sequential(nn.Linear(3, 20), nn.BatchNorm1d(20), nn.ReLU(), nn.Dropout(0.4), nn.Linear(20, 2))
def valid_loss(model, dl):
    return sum(F.cross_entropy(model(xb), yb).item() for xb, yb in dl) / len(dl)
# %% cell
valid_loss(net, rows)
# %% mended
net.eval()
valid_loss(net, rows)
