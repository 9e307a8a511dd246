# rule: optimizers_given.model_for_parameters
# source: constructed
# says: own\.parameters\(\)
# %% before
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_
net = nn.Sequential(nn.Linear(3, 6), nn.ReLU(), nn.Linear(6, 2))
class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(3, 2)
    def forward(self, x): return self.a(x)
own = Own()
feats, codes = torch.rand(8, 3), torch.randint(0, 2, (8,))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
# %% fails
for p, q in zip(own.parameters(), own):
    p.data.copy_(q.data)
# %% mended
for p, q in zip(own.parameters(), own.parameters()):
    p.data.copy_(q.data)
