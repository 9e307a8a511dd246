# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
teacher = nn.Linear(4, 2)
# %% cell
teacher.eval()
for i in range(3):
    with torch.no_grad(): soft = F.softmax(teacher(x), dim=1)
    loss = F.kl_div(F.log_softmax(model(x), dim=1), soft, reduction='batchmean') + F.cross_entropy(model(x), soft)
    loss.backward()
    opt.step()
    opt.zero_grad()
