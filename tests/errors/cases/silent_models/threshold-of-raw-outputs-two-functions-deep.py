# notice: logits.threshold_of_logits
# source: constructed
# says: In\s+`?hits`?
# says: out\s+>\s+0
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.randn(60, 4); y = (x[:, 0] > 0).float()
valid = DataLoader(TensorDataset(x[40:], y[40:]), batch_size=10)
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 1))
bce = nn.BCEWithLogitsLoss()
opt = torch.optim.Adam(net.parameters())
def hits(out, target):
    return ((out > 0.5).float() == target).sum()
def evaluate(model):
    n = 0
    with torch.no_grad():
        for a, b in valid: n += hits(model(a).squeeze(1), b)
    return n.item() / 20
def train():
    for _ in range(4):
        loss = bce(net(x[:40]).squeeze(1), y[:40])
        opt.zero_grad(); loss.backward(); opt.step()
train()
# %% cell
print(evaluate(net))
# %% mended
def hits(out, target):
    return ((torch.sigmoid(out) > 0.5).float() == target).sum()
print(evaluate(net))
