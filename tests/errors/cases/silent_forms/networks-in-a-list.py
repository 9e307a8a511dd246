# notice: modes.eval_forgotten
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
nets = [nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2)) for _ in range(2)]
for net in nets:
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(3):
        loss = nn.functional.cross_entropy(net(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
# %% cell
with torch.no_grad():
    preds = nets[0](x).argmax(dim=1)
# %% mended
_ = nets[0].eval()
with torch.no_grad():
    preds = nets[0](x).argmax(dim=1)
