# rule: tensor_members.no_such_member
# source: constructed
# says: range\(len\(x\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.rand(3)
# %% fails
for i in range(x.length()): print(x[i])
# %% mended
for i in range(len(x)): print(x[i])
