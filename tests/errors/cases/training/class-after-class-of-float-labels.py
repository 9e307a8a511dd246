# notice: loaders.sorted_and_not_shuffled
# source: constructed
# says: its\s+60\s+items\s+are\s+sorted\s+by\s+class
# %% before
import torch, torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(60, 5); yes = torch.cat([torch.ones(30, 1), torch.zeros(30, 1)])
loader = DataLoader(TensorDataset(rows, yes), batch_size=6)
# %% cell
net = nn.Linear(5, 1); opt = torch.optim.SGD(net.parameters(), 0.1)
for epoch in range(3):
    for a, b in loader:
        loss = F.binary_cross_entropy_with_logits(net(a), b)
        loss.backward()
        opt.step()
        opt.zero_grad()
# %% mended
loader = DataLoader(TensorDataset(rows, yes), batch_size=6, shuffle=True)
net = nn.Linear(5, 1); opt = torch.optim.SGD(net.parameters(), 0.1)
for epoch in range(3):
    for a, b in loader:
        loss = F.binary_cross_entropy_with_logits(net(a), b)
        loss.backward()
        opt.step()
        opt.zero_grad()
