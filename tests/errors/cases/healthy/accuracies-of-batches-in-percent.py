# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
batches = DataLoader(TensorDataset(rows, kinds), batch_size=12)
clf = nn.Linear(5, 3).eval()
# %% cell
acc_sum, acc_points = 0., 0
with torch.no_grad():
    for a, b in batches:
        hit = (clf(a).argmax(1) == b)
        acc_sum += 100 * hit.float().mean().item()
        acc_points += hit.sum().item() / len(b) * 100
train_acc = acc_sum / len(batches)
mean_acc = acc_points / len(batches)
def percent(net, loader):
    total_acc = 0
    for a, b in loader:
        total_acc += (net(a).argmax(1) == b).float().mean() * 100
    return total_acc.item() / len(loader)
acc = percent(clf, batches)
