# notice: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
from torch.utils.data import DataLoader
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
train_dl = DataLoader(list(zip(x, y)), batch_size=16, shuffle=True)
teacher = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 2))
student = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def fit(epochs, net, guide):
    opt = optim.Adam(net.parameters(), lr=1e-2)
    for epoch in range(epochs):
        guide.eval()
        for xb, yb in train_dl:
            with torch.no_grad():
                wanted = guide(xb).softmax(1)
            loss = F.cross_entropy(net(xb), wanted)
            loss.backward()
            opt.step()
            opt.zero_grad()
# %% cell
fit(2, student, teacher)
