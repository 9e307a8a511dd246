# rule: rows_flattened.columns_laid_flat
# source: constructed
# says: confusion_matrix\(one_hot\.argmax\(1\), classes\)
# %% before
import numpy as np, torch
from sklearn.metrics import roc_auc_score, accuracy_score, confusion_matrix
probs, labels = torch.rand(20, 2), torch.arange(20) % 2
one_hot, classes = np.eye(2)[labels.numpy()], np.zeros(20, dtype=int)
# %% fails
confusion_matrix(one_hot.ravel(), classes)
# %% mended
confusion_matrix(one_hot.argmax(1), classes)
