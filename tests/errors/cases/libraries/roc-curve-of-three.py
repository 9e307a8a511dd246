# rule: libraries_curves.several_classes
# source: constructed
# says: 3 classes
# says: truth == 1, soft\[:, 1\]
# %% before
import torch
from sklearn.metrics import roc_auc_score, roc_curve
truth = torch.arange(12) % 3
outs = torch.rand(12, 3)
soft = outs.softmax(dim=1)
# %% fails
fpr, tpr, _ = roc_curve(truth, soft)
# %% mended
fpr, tpr, _ = roc_curve(truth == 1, soft[:, 1])
