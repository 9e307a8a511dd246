# rule: modules.forward_arguments
# source: constructed
# says: hands\s+one\s+thing\s+on
# says: x\s+=\s+layer\(x,\s+mask\)
# %% before
import torch
from torch import nn
class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.fc = nn.Linear(d, d)
    def forward(self, x, mask):
        return self.fc(x) * mask
# %% fails
class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(Block(4), Block(4))
    def forward(self, x, mask):
        return self.blocks(x)
out = Encoder()(torch.rand(2, 4), torch.ones(2, 1))
# %% mended
class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(Block(4), Block(4))
    def forward(self, x, mask):
        for layer in self.blocks:
            x = layer(x, mask)
        return x
out = Encoder()(torch.rand(2, 4), torch.ones(2, 1))
