# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]); y = torch.tensor([0, 0, 1, 1])
xs = torch.rand(64, 2); ys = (torch.arange(64) % 4)
# %% cell
dl = DataLoader(TensorDataset(x, y), batch_size=2)
dl2 = DataLoader(TensorDataset(xs, ys), batch_size=8)
net = nn.Linear(2, 4); opt = torch.optim.SGD(net.parameters(), 0.1)
for epoch in range(3):
    for loader in (dl, dl2):
        for xb, yb in loader:
            loss = nn.functional.cross_entropy(net(xb), yb)
            opt.zero_grad(); loss.backward(); opt.step()
    for xb, yb in dl:
        loss = nn.functional.cross_entropy(net(xb), yb)
        opt.zero_grad(); loss.backward(); opt.step()
