# rule: optimizers.nothing_to_train
# source: https://github.com/YanaiEliyahu/AdasOptimizer/issues/2
# says: filter object
# says: trainable = list\(filter\(
# %% before
import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 1))
model[0].requires_grad_(False)
trainable = filter(lambda p: p.requires_grad, model.parameters())
print(sum(p.numel() for p in trainable))
# %% fails
opt = torch.optim.SGD(trainable, lr=0.1)
# %% mended
trainable = list(filter(lambda p: p.requires_grad, model.parameters()))
opt = torch.optim.SGD(trainable, lr=0.1)
