# notice: loop_results.loss_is_nan
# source: constructed
# says: log\(0\)
# says: learning\srate\sis\snot\sthe\scause
# says: BCEWithLogitsLoss
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
sizes = torch.rand(50, 2) * 40000 + 2000; kinds = (torch.arange(50) % 2).float().unsqueeze(1)
gate = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
opt = torch.optim.SGD(gate.parameters(), lr=0.01)
# %% cell
def entropy_of(q, t): return -(t * torch.log(q) + (1 - t) * (1 - q).log()).mean()
losses = []
for _ in range(4):
    q = gate(sizes)
    loss = entropy_of(q, kinds)
    opt.zero_grad()
    loss.backward()
    opt.step()
    losses.append(loss.item())
