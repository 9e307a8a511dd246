# notice: loop_results.loss_without_history
# source: https://discuss.pytorch.org/t/element-0-of-tensors-does-not-require-grad-and-does-not-have-a-grad-fn/32908
# says: history
# says: requires_grad|torch\.tensor
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
for i in range(3):
    preds = model(x).argmax(1)
    loss = (preds != y).float().mean()
    loss.requires_grad = True
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% mended
for i in range(3):
    loss = F.cross_entropy(model(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
