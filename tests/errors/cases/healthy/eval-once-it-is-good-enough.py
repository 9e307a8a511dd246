# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.2), nn.Linear(8, 2))
teacher = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.2), nn.Linear(8, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
model.train()
for epoch in range(5):
    teacher.eval()
    loss = F.cross_entropy(model(x), teacher(x).argmax(1))
    loss.backward()
    opt.step()
    opt.zero_grad()
    if epoch == 4:
        model.eval()
        break
