# rule: libraries_arrays.not_broadcast
# source: constructed
# says: return \(scores\.argmax\(axis=1\) != truth\)\.mean\(\)
# %% before
import numpy as np
from sklearn.linear_model import LogisticRegression
X = np.random.rand(50, 4); y = np.arange(50) % 3
probs = LogisticRegression().fit(X, y).predict_proba(X)
# %% before
def wrong_share(scores, truth):
    return (scores != truth).mean()
# %% fails
wrong_share(probs, y)
# %% mended
def wrong_share(scores, truth):
    return (scores.argmax(axis=1) != truth).mean()
wrong_share(probs, y)
