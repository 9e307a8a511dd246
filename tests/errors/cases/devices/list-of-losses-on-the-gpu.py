# rule: devices.numpy_on_gpu
# source: constructed
# says: \[one\.item\(\) for one in losses\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
import numpy as np
losses = [torch.rand(1, device='meta') for i in range(3)]
# %% fails
a = np.array(losses)
