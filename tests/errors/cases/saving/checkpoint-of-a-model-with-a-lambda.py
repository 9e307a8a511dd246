# rule: saving_modules.module_holds_a_lambda
# source: constructed
# says: net\[1\]\.func\s+is\s+a\s+lambda
# says: net\[1\]\.func = func
# says: torch\.save\(\{'model': net, 'epoch': 3\}, 'net\.pth'\)
# %% before
import torch
from torch import nn
class Lambda(nn.Module):
    def __init__(self, func):
        super().__init__()
        self.func = func
    def forward(self, x): return self.func(x)
net = nn.Sequential(nn.Conv2d(1, 4, 3), Lambda(lambda x: x.view(x.size(0), -1)), nn.Linear(144, 2))
# %% fails
torch.save({'model': net, 'epoch': 3}, 'net.pth')
# %% mended
def func(x): return x.view(x.size(0), -1)
net[1].func = func
torch.save({'model': net, 'epoch': 3}, 'net.pth')
