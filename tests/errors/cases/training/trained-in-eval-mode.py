# notice: modes.trained_in_eval_mode
# source: constructed
# says: evaluation mode
# says: model\.train\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
# %% before
model.eval()
pred = model(x[:1])
# %% cell
for epoch in range(3):
    opt.zero_grad()
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
# %% mended
model.train()
for epoch in range(3):
    opt.zero_grad()
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
