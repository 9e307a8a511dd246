# rule: libraries_sklearn.unequal_rows
# source: constructed
# %% before
import numpy as np, torch
from sklearn.metrics import roc_auc_score, accuracy_score, confusion_matrix
probs, labels = torch.rand(20, 2), torch.arange(20) % 2
# %% fails
accuracy_score(labels.numpy(), labels.numpy()[:10].ravel())
