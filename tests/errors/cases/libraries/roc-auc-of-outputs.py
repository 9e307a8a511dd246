# rule: libraries_curves.several_classes
# source: constructed
# says: softmax
# %% before
import torch
from sklearn.metrics import roc_auc_score, roc_curve
truth = torch.arange(12) % 3
outs = torch.rand(12, 3)
soft = outs.softmax(dim=1)
# %% fails
roc_auc_score(truth, outs, multi_class='ovr')
# %% mended
roc_auc_score(truth, outs.softmax(dim=1), multi_class='ovr')
