# rule: exports.name_not_defined_here
# source: https://github.com/fastai/fastai/issues/3921
# says: Conv2dNormActivation2
# says: another version of torchvision
# %% before
import torch, torchvision
from torch import nn
class Conv2dNormActivation2(nn.Sequential): pass
Conv2dNormActivation2.__module__ = 'torchvision.ops.misc'
torchvision.ops.misc.Conv2dNormActivation2 = Conv2dNormActivation2
torch.save(Conv2dNormActivation2(nn.Linear(2, 2)), 'net.pth')
del torchvision.ops.misc.Conv2dNormActivation2
# %% fails
net = torch.load('net.pth', weights_only=False)
