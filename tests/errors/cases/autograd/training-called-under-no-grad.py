# rule: autograd_decorated.trained_without_gradients
# source: constructed
# says: with torch\.no_grad
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
def step(x, y):
    loss = nn.functional.cross_entropy(net(x), y)
    loss.backward()
    opt.step()
with torch.no_grad():
    step(feats, codes)
# %% mended
def step(x, y):
    loss = nn.functional.cross_entropy(net(x), y)
    loss.backward()
    opt.step()
step(feats, codes)
