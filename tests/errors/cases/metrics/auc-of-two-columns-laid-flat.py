# rule: rows_flattened.columns_laid_flat
# source: constructed
# says: scores of 2 classes
# says: roc_auc_score\(labels, probs\.numpy\(\)\[:, 1\]\)
# %% before
import numpy as np, torch
from sklearn.metrics import roc_auc_score, accuracy_score, confusion_matrix
probs, labels = torch.rand(20, 2), torch.arange(20) % 2
# %% fails
roc_auc_score(labels, probs.numpy().flatten())
# %% mended
roc_auc_score(labels, probs.numpy()[:, 1])
