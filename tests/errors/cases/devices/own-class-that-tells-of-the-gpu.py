# rule: devices.numpy_on_gpu
# source: constructed
# says: preds.*\.cpu\(\)\.numpy\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class OnGpu(torch.Tensor):
    def numpy(self): raise TypeError("can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.")
preds = torch.rand(5).as_subclass(OnGpu)
# %% fails
probs = preds.numpy()
