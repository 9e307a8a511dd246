# rule: fastai_metrics_called.called_with
# source: constructed
# says: accuracy\(preds, yb\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
from fastai.metrics import accuracy, accuracy_multi
preds = model(xb)
# %% fails
accuracy_multi(preds, yb)
# %% mended
accuracy(preds, yb)
