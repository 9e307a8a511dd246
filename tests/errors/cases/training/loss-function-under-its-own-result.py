# rule: tensors_called.function_overwritten
# source: https://github.com/mrdbourke/pytorch-deep-learning/issues/749
# says: criterion\s+is\s+a\s+tensor\s+now
# says: loss\s+=\s+criterion\(model\(x\),\s+y\)
# %% before
import torch
from torch import nn
model, x, y = nn.Linear(3, 1), torch.rand(4, 3), torch.rand(4, 1)
criterion = nn.MSELoss()
# %% fails
for epoch in range(2):
    criterion = criterion(model(x), y)
    criterion.backward()
# %% mended
criterion = nn.MSELoss()
for epoch in range(2):
    loss = criterion(model(x), y)
    loss.backward()
