# rule: in_place.needed_for_gradient
# source: https://discuss.pytorch.org/t/solved-pytorch1-5-runtimeerror-one-of-the-variables-needed-for-gradient-computation-has-been-modified-by-an-inplace-operation/90256
# says: step\(\)
# says: weights
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
l1, l2 = nn.Linear(4, 4), nn.Linear(4, 1)
opt = optim.SGD([*l1.parameters(), *l2.parameters()], lr=0.1)
xb = torch.randn(8, 4)
# %% fails
out = l2(l1(xb))
loss1, loss2 = out.mean(), (out ** 2).mean()
loss1.backward(retain_graph=True)
opt.step()
loss2.backward()
# %% mended
out = l2(l1(xb))
loss1, loss2 = out.mean(), (out ** 2).mean()
loss1.backward(retain_graph=True)
loss2.backward()
opt.step()
