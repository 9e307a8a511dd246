# rule: saving_places.save_cannot_pickle
# source: constructed
# says: lambda
# says: torch\.save\(net\.state_dict\(\), 'net\.pth'\)
# %% before
import torch
from torch import nn
class Lambda(nn.Module):
    def __init__(self, func):
        super().__init__()
        self.func = func
    def forward(self, x): return self.func(x)
def build(): return nn.Sequential(Lambda(lambda x: x.view(-1, 1, 28, 28)), nn.Conv2d(1, 4, 3))
net = build()
# %% fails
torch.save(net, 'net.pth')
# %% mended
torch.save(net.state_dict(), 'net.pth')
