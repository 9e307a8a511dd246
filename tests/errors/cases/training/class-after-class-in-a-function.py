# notice: loaders.sorted_and_not_shuffled
# source: constructed
# says: In\s+one_run
# says: shuffle=True
# %% before
import torch, torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(90, 5); kinds = torch.arange(3).repeat_interleave(30)
def one_run(net, loader, n):
    opt = torch.optim.Adam(net.parameters(), 1e-2)
    for _ in range(n):
        for a, b in loader:
            loss = F.cross_entropy(net(a), b)
            loss.backward()
            opt.step()
            opt.zero_grad()
batches = DataLoader(TensorDataset(rows, kinds), batch_size=10)
# %% cell
net = nn.Linear(5, 3)
one_run(net, batches, 3)
# %% mended
net = nn.Linear(5, 3)
batches = DataLoader(TensorDataset(rows, kinds), batch_size=10, shuffle=True)
one_run(net, batches, 3)
