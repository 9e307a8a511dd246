# notice: predictions.measured_in_training_mode
# source: constructed
# says: Dropout\sleaves\sout
# says: net\.eval\(\)
# says: net\.train\(\)
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
for epoch in range(2):
    pass
    for a, b in part_one:
        loss = F.cross_entropy(net(a), b)
        opt.zero_grad()
        loss.backward()
        opt.step()
    pass
    with torch.no_grad():
        total = 0.
        for a, b in part_two: total += F.cross_entropy(net(a), b).item()
    print(epoch, total / len(part_two))
# %% mended
for epoch in range(2):
    net.train()
    for a, b in part_one:
        loss = F.cross_entropy(net(a), b)
        opt.zero_grad()
        loss.backward()
        opt.step()
    net.eval()
    with torch.no_grad():
        total = 0.
        for a, b in part_two: total += F.cross_entropy(net(a), b).item()
    print(epoch, total / len(part_two))
