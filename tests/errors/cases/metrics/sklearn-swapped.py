# rule: fastai_metrics_called.sklearn_with_scores
# source: constructed
# says: order
# says: confusion_matrix\(y_true, probs > 0\.5\)
# %% before
import numpy as np
from sklearn.metrics import confusion_matrix
import fastai.metrics
probs = np.array([.2, .7, .9, .1]); y_true = np.array([0, 1, 1, 0])
# %% fails
confusion_matrix(probs, y_true)
# %% mended
confusion_matrix(y_true, probs > 0.5)
