# notice: steps.gradient_added
# source: constructed
# says: p\.data
# says: -=
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 3); target = (rows.sum(1) > 0).long()
net = nn.Linear(3, 2)
def train_epoch(model, lr):
    loss = F.cross_entropy(model(rows), target)
    loss.backward()
    for p in model.parameters():
        p.data += p.grad * lr
        p.grad.zero_()
    return loss.item()
# %% cell
for i in range(5): print(train_epoch(net, 0.1))
