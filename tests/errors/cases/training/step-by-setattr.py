# rule: modules_assigned.parameter_assigned
# source: constructed
# says: getattr\(line, name\)\.copy_\(p - 0\.1 \* p\.grad\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
# %% fails
F.mse_loss(line(inputs), goals).backward()
for name, p in list(line.named_parameters()):
    setattr(line, name, p - 0.1 * p.grad)
# %% mended
F.mse_loss(line(inputs), goals).backward()
for name, p in list(line.named_parameters()):
    with torch.no_grad():
        getattr(line, name).copy_(p - 0.1 * p.grad)
