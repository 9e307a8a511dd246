# rule: tensors_called.tensor_called
# source: constructed
# says: loss_func\s+can\s+be\s+called
# says: loss_func\(preds, yb\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
preds, yb = torch.rand(4, 2), torch.tensor([0, 1, 0, 1])
loss_func = nn.CrossEntropyLoss()
loss = loss_func(preds, yb)
# %% fails
again = loss(preds, yb)
# %% mended
again = loss_func(preds, yb)
