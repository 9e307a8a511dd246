# rule: exports.module_not_installed
# source: constructed
# says: my_models
# says: copy it beside
# %% before
import torch, sys, types
from torch import nn
my_models = types.ModuleType('my_models')
class Net(nn.Module): pass
Net.__module__ = 'my_models'
my_models.Net = Net
sys.modules['my_models'] = my_models
torch.save(Net(), 'net.pth')
del sys.modules['my_models']
# %% fails
net = torch.load('net.pth', weights_only=False)
# %% mended
sys.modules['my_models'] = my_models
net = torch.load('net.pth', weights_only=False)
