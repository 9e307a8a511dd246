# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
class FocalLoss(nn.Module):
    def __init__(self, gamma=2.): super().__init__(); self.gamma = gamma
    def forward(self, preds, y):
        p = F.softmax(preds, dim=1)
        ce = F.cross_entropy(preds, y, reduction='none')
        return ((1 - p[range(len(y)), y])**self.gamma * ce).mean()
for i in range(3):
    preds = model(x)
    loss = FocalLoss()(preds, y)
    loss.backward()
    opt.step()
    opt.zero_grad()
