# notice: logits.one_output_in_a_loop
# source: https://stackoverflow.com (CrossEntropyLoss is always 0)
# says: one\s+output
# says: always\s+0
# says: BCEWithLogitsLoss
# %% before
import torch
from torch import nn
x = torch.rand(30, 6); y = (x.sum(1, keepdim=True) > 3).float()
# %% cell
clf = nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 1))
opt = torch.optim.Adam(clf.parameters())
ce = nn.CrossEntropyLoss()
for i in range(5):
    loss = ce(clf(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
# %% mended
clf = nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 1))
opt = torch.optim.Adam(clf.parameters())
bce = nn.BCEWithLogitsLoss()
for i in range(5):
    loss = bce(clf(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
