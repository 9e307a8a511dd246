# rule: libraries_curves.several_classes
# source: constructed
# says: columns
# says: multi_class
# %% before
import torch
from sklearn.metrics import roc_auc_score, roc_curve
truth = torch.arange(12) % 3
outs = torch.rand(12, 3)
soft = outs.softmax(dim=1)
# %% fails
best = soft.argmax(1)
roc_auc_score(truth, best)
# %% mended
roc_auc_score(truth, soft, multi_class='ovr')
