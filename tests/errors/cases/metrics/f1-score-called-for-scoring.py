# rule: metrics_of_sklearn.called_without_data
# source: constructed
# says: make_scorer\(f1_score, average='macro'\)
# %% before
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.metrics import f1_score
X, y = np.random.rand(30, 3), np.arange(30) % 3
# %% fails
cross_val_score(LogisticRegression(), X, y, cv=2, scoring=f1_score(average='macro'))
# %% mended
import sklearn.metrics
cross_val_score(LogisticRegression(), X, y, cv=2, scoring=sklearn.metrics.make_scorer(f1_score, average='macro'))
