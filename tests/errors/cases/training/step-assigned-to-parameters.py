# rule: modules_assigned.parameter_assigned
# source: Stack Overflow: cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)
# says: plain tensor
# says: Parameter
# says: with torch\.no_grad\(\):\s+line\.weight -= rate \* line\.weight\.grad\s+line\.bias -= rate \* line\.bias\.grad
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
# %% fails
rate = 0.05
for step in range(3):
    F.mse_loss(line(inputs), goals).backward()
    line.weight = line.weight - rate * line.weight.grad
    line.bias = line.bias - rate * line.bias.grad
    line.zero_grad()
# %% mended
rate = 0.05
for step in range(3):
    F.mse_loss(line(inputs), goals).backward()
    with torch.no_grad():
        line.weight -= rate * line.weight.grad
        line.bias -= rate * line.bias.grad
    line.zero_grad()
