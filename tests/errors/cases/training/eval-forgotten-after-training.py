# notice: modes.eval_forgotten
# source: constructed
# says: Dropout leaves out
# says: net\.eval\(\) before it is asked for predictions\.$
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
net = nn.Sequential(nn.Linear(5, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 3))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
F.cross_entropy(net(rows), kinds).backward()
opt.step()
# %% cell
with torch.no_grad():
    answer = net(rows).argmax(1)
# %% mended
net.eval()
with torch.no_grad():
    answer = net(rows).argmax(1)
