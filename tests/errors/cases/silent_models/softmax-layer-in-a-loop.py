# notice: losses.activation_twice
# source: constructed
# says: Softmax
# says: twice
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
model = nn.Sequential(nn.Linear(4, 2), nn.Softmax(dim=1))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
loss_func = nn.CrossEntropyLoss()
# %% cell
for i in range(3):
    preds = model(x)
    loss = loss_func(preds, y)
    loss.backward()
    opt.step()
    opt.zero_grad()
