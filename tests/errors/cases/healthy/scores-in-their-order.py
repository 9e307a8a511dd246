# notice: none
# source: constructed
# %% before
import numpy as np, torch
from sklearn.metrics import confusion_matrix, mean_absolute_error, r2_score
y_test = np.array([0, 1, 1, 0]); preds = np.array([0, 1, 0, 0]); old_preds = preds
def precision_score(preds, targs): return (preds == targs).mean()
# %% cell
confusion_matrix(y_test, preds)
mean_absolute_error(preds, y_test)
r2_score(y_true=y_test, y_pred=preds)
precision_score(preds, y_test)
r2_score(preds, old_preds)
