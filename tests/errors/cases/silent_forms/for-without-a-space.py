# notice: loops.backward_forgotten
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16, shuffle=True)
# %% cell
for(xb, yb) in loader:
    loss = nn.functional.cross_entropy(net(xb), yb)
    opt.step()
    opt.zero_grad()
# %% mended
for(xb, yb) in loader:
    loss = nn.functional.cross_entropy(net(xb), yb)
    loss.backward()
    opt.step()
    opt.zero_grad()
