# rule: autograd_lost.cut_on_the_way
# source: https://discuss.pytorch.org/t/element-0-of-tensors-does-not-require-grad-and-does-not-have-a-grad-fn-how-can-i-fix-this/140756
# says: argmax
# says: preds = model\(xb\)
# says: loss = F\.cross_entropy\(preds, yb\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
preds = model(xb).argmax(dim=1)
loss = F.mse_loss(preds.float(), yb.float())
loss.backward()
# %% mended
preds = model(xb)
loss = F.cross_entropy(preds, yb)
loss.backward()
