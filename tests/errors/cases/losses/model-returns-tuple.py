# rule: losses_given.prediction_is_no_tensor
# source: constructed
# says: tuple
# says: out\[0\]
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class TwoHeads(nn.Module):
    def __init__(self):
        super().__init__()
        self.main, self.aux = nn.Linear(4, 2), nn.Linear(4, 2)
    def forward(self, x): return self.main(x), self.aux(x)
net = TwoHeads()
# %% fails
out = net(xb)
loss = F.cross_entropy(out, yb)
# %% mended
out = net(xb)
loss = F.cross_entropy(out[0], yb)
