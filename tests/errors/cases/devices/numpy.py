# rule: devices.numpy_on_gpu
# source: https://stackoverflow.com/questions/53900910
# says: preds\.cpu\(\)\.numpy\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
preds = torch.randn(3, device='meta')
# %% fails
preds.numpy()
