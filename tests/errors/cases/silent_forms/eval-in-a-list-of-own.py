# notice: modes.eval_forgotten
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2))
    def forward(self, x): return self.layers(x)
nets = [Net() for _ in range(2)]
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
