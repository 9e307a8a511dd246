# notice: folds.folds_of_sorted_classes
# source: constructed
# says: KFold\(n_splits=5, shuffle=True,\s+random_state=0\)
# %% before
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score
import numpy as np
X = np.random.randn(100, 3); labels = np.repeat(["a", "b", "c", "d", "e"], 20)
# %% cell
print(cross_val_score(LogisticRegression(), X, labels, cv=KFold(5)))
# %% mended
print(cross_val_score(LogisticRegression(), X, labels, cv=KFold(n_splits=5, shuffle=True, random_state=0)))
