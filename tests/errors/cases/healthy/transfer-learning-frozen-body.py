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
import torchvision
net = torchvision.models.resnet18(weights=None)
for p in net.parameters(): p.requires_grad = False
net.fc = nn.Linear(net.fc.in_features, 2)
opt = torch.optim.Adam(net.fc.parameters(), lr=1e-3)
imgs = torch.rand(4, 3, 32, 32); labels = torch.tensor([0, 1, 0, 1])
net.train()
for epoch in range(2):
    opt.zero_grad()
    loss = F.cross_entropy(net(imgs), labels)
    loss.backward()
    opt.step()
net.eval()
with torch.no_grad(): print(net(imgs).argmax(1))
