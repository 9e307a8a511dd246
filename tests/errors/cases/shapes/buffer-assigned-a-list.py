# rule: modules_assigned.buffer_assigned
# source: constructed
# says: norm\.running_mean = torch\.tensor\(\[0\.5, 0\.5\], dtype=torch\.float32\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
norm = nn.BatchNorm1d(2)
# %% fails
norm.running_mean = [0.5, 0.5]
# %% mended
norm.running_mean = torch.tensor([0.5, 0.5], dtype=torch.float32)
