# rule: devices_told.two_devices
# source: constructed
# says: xb\s+is\s+on\s+cpu,\s+the\s+weights\s+of\s+net\s+on\s+cuda
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def forward(self, x): raise RuntimeError("Input type (torch.FloatTensor) and weight type (torch.cuda.FloatTensor) should be the same")
net, xb = Net(), torch.rand(4, 4)
# %% fails
for i in range(2):
    out = net(xb)
