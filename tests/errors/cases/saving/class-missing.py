# rule: exports.name_not_defined_here
# source: https://stackoverflow.com/questions/55488795
# says: class TwoLayerNet
# says: defined before
# %% before
import torch
from torch import nn
class TwoLayerNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)
torch.save(TwoLayerNet(), 'net.pth')
del TwoLayerNet
# %% fails
net = torch.load('net.pth', weights_only=False)
# %% mended
class TwoLayerNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)
net = torch.load('net.pth', weights_only=False)
