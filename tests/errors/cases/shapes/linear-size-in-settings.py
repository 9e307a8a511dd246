# rule: layers.linear_size
# source: constructed
# says: cfg\.n_in = 12
# says: net = Net\(cfg\)
# %% before
import torch
from torch import nn
class Cfg: n_in = 10; hid = 8
cfg = Cfg()
class Net(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.fc = nn.Linear(cfg.n_in, cfg.hid)
        self.out = nn.Linear(cfg.hid, 2)
    def forward(self, x): return self.out(self.fc(x))
net = Net(cfg)
x = torch.rand(4, 12)
# %% fails
net(x)
# %% mended
cfg.n_in = 12
net = Net(cfg)
net(x)
