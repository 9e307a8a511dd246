# notice: none
# source: constructed
# %% before
import torch, torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(90, 5)
mixed = torch.arange(3).repeat(30); kinds = torch.arange(3).repeat_interleave(30)
aims = torch.arange(90).float()[:, None]
def one_run(net, loader, valid_dl, loss_func):
    opt = torch.optim.Adam(net.parameters(), 1e-2)
    for a, b in loader:
        loss = loss_func(net(a), b)
        loss.backward()
        opt.step()
        opt.zero_grad()
    net.eval()
    with torch.no_grad(): total = sum(loss_func(net(a), b).item() * len(b) for a, b in valid_dl)
    net.train()
    return total / len(valid_dl.dataset)
def loader_of(*parts, **more): return DataLoader(TensorDataset(*parts), batch_size=10, **more)
# %% cell
valid = loader_of(rows, kinds)
one_run(nn.Linear(5, 3), loader_of(rows, mixed), valid, F.cross_entropy)
one_run(nn.Linear(5, 3), loader_of(rows, kinds, shuffle=True), valid, F.cross_entropy)
steps = loader_of(rows, aims)
one_run(nn.Linear(5, 1), steps, steps, F.mse_loss)
