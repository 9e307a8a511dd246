# rule: devices.numpy_on_gpu
# source: constructed
# says: losses\.cpu\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
import matplotlib.pyplot as plt
losses = torch.randn(3, device='meta')
# %% fails
plt.plot(losses)
