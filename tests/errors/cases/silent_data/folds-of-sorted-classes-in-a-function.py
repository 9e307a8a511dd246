# notice: folds.folds_of_sorted_classes
# source: constructed
# says: sorted\s+by\s+class
# %% before
from sklearn.tree import DecisionTreeClassifier
from sklearn.model_selection import KFold
import numpy as np
X = np.random.randn(60, 3); y = np.repeat([0, 1, 2], 20)
def scores_of(X, y, n=3):
    scores = []
    for a, b in KFold(n_splits=n).split(X):
        m = DecisionTreeClassifier().fit(X[a], y[a])
        scores.append(m.score(X[b], y[b]))
    return scores
# %% cell
print(scores_of(X, y))
