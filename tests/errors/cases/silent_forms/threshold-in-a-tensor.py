# notice: logits.threshold_of_logits
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1, keepdim=True) > 0).float()
net = nn.Sequential(nn.Linear(3, 1))
bce = nn.BCEWithLogitsLoss()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    loss = bce(net(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
threshold = torch.tensor(0.5)
# %% cell
with torch.no_grad():
    preds = net(x)
    guessed = (preds > threshold).float()
