# rule: rows_flattened.columns_laid_flat
# source: constructed
# says: accuracy_score\(y, scores\.argmax\(1\)\)
# %% before
import numpy as np, torch
from sklearn.metrics import roc_auc_score, accuracy_score, confusion_matrix
probs, labels = torch.rand(20, 2), torch.arange(20) % 2
def report(y, scores):
    flat = scores.reshape(-1)
    return accuracy_score(y, flat)
# %% fails
report(labels.numpy(), np.random.rand(20, 3))
# %% mended
def report(y, scores):
    return accuracy_score(y, scores.argmax(1))
report(labels.numpy(), np.random.rand(20, 3))
