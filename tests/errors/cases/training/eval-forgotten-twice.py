# notice: modes.eval_forgotten
# source: https://github.com/IBM/pytorch-seq2seq/issues/33
# says: training mode
# says: Dropout
# says: model\.eval\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
xb = torch.randn(1, 8)
# %% cell
p1 = model(xb)
p2 = model(xb)
p1, p2
# %% mended
model.eval()
p1 = model(xb)
p2 = model(xb)
p1, p2
