# rule: devices_told.two_devices
# source: constructed
# says: cuda:0
# says: xb = xb\.to\(device\)
# says: net\.to\(device\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def forward(self, x): raise RuntimeError("Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu! (when checking argument for argument mat1 in method wrapper_CUDA_addmm)")
net, xb = Net(), torch.rand(4, 4)
# %% fails
out = net(xb)
