# rule: fastai_metrics_called.sklearn_with_scores
# source: https://stackoverflow.com/questions/48987959
# says: argmax
# says: accuracy_score\(yb, preds\.argmax\(dim=1\)\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
from sklearn.metrics import accuracy_score
preds = model(xb).detach()
# %% fails
accuracy_score(yb, preds)
# %% mended
accuracy_score(yb, preds.argmax(dim=1))
