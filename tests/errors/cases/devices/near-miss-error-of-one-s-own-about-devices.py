# rule: not devices_told.two_devices
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
def check(x): raise RuntimeError('all on the same device, please')
x = torch.rand(3)
# %% fails
check(x)
