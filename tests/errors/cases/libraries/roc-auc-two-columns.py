# rule: libraries_curves.several_classes
# source: constructed
# says: two\[:, 1\]
# %% before
import torch
from sklearn.metrics import roc_auc_score, roc_curve
truth = torch.arange(12) % 3
outs = torch.rand(12, 3)
soft = outs.softmax(dim=1)
two, yes = torch.rand(12, 2), torch.arange(12) % 2
# %% fails
roc_auc_score(yes, two)
# %% mended
roc_auc_score(yes, two[:, 1])
