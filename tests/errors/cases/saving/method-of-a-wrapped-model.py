# rule: wrapped_models.asked_of_the_wrapper
# source: https://github.com/cipriancorneanu/dnn-topology/issues/3
# says: net\.module\.features\(x\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(1, 2, 3)
    def features(self, x): return self.conv(x).mean(-1)
    def forward(self, x): return self.features(x)
def run(net, x):
    return net.features(x)
x = torch.rand(2, 1, 8)
# %% fails
feats = run(nn.DataParallel(Net()), x)
# %% mended
def run(net, x):
    return net.module.features(x)
feats = run(nn.DataParallel(Net()), x)
