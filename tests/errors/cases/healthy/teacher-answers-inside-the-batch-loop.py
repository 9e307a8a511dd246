# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(64, 5); kinds = torch.randint(0, 3, (64,))
part_one = DataLoader(TensorDataset(rows[:48], kinds[:48]), 12); part_two = DataLoader(TensorDataset(rows[48:], kinds[48:]), 8)
net = nn.Sequential(nn.Linear(5, 16), nn.Dropout(0.3), nn.ReLU(), nn.Linear(16, 3))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
# %% cell
for a, b in part_one:
    with torch.no_grad(): soft = net(a).argmax(1)
    out = net(a)
    loss = F.cross_entropy(out, soft) + F.cross_entropy(out, b)
    opt.zero_grad()
    loss.backward()
    opt.step()
    with torch.no_grad(): train_acc = (net(a).argmax(1) == b).float().mean()
