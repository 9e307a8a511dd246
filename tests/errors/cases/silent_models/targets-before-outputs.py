# notice: measures.loss_of_swapped
# source: https://discuss.pytorch.org (order of the arguments of BCELoss)
# says: wrong\s+order
# says: criterion\(out,\s+yb\)
# %% before
import torch
from torch import nn
xb = torch.rand(16, 3); yb = (xb[:, :1] > 0.5).float()
net = nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), 0.1)
# %% cell
criterion = nn.BCEWithLogitsLoss()
for i in range(3):
    out = net(xb)
    loss = criterion(yb, out)
    opt.zero_grad(); loss.backward(); opt.step()
# %% mended
criterion = nn.BCEWithLogitsLoss()
for i in range(3):
    out = net(xb)
    loss = criterion(out, yb)
    opt.zero_grad(); loss.backward(); opt.step()
