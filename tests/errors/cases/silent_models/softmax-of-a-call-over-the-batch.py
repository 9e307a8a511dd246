# notice: softmaxes.over_the_batch
# source: constructed
# says: the\s+5\s+items of the\s+batch
# says: 4\s+classes\s+write\s+dim=1
# %% before
import torch
from torch import nn
leaves = torch.randn(5, 7)
sorter = nn.Sequential(nn.Linear(7, 9), nn.ReLU(), nn.Linear(9, 4))
# %% cell
with torch.inference_mode():
    chance = sorter(leaves).softmax(0)
for n, row in enumerate(chance):
    print(n, row.argmax().item(), float(row.max()))
# %% mended
with torch.inference_mode():
    chance = sorter(leaves).softmax(1)
for n, row in enumerate(chance):
    print(n, row.argmax().item(), float(row.max()))
