# rule: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.rand(3)
# %% fails
x.labels_of_rows
