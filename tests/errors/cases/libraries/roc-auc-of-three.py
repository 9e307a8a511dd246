# rule: libraries_curves.several_classes
# source: constructed
# says: multi_class='ovr'
# %% before
import torch
from sklearn.metrics import roc_auc_score, roc_curve
truth = torch.arange(12) % 3
outs = torch.rand(12, 3)
soft = outs.softmax(dim=1)
# %% fails
print(roc_auc_score(truth, soft))
# %% mended
print(roc_auc_score(truth, soft, multi_class='ovr'))
