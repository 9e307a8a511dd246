# notice: none
# source: constructed
# %% before
from sklearn.linear_model import LogisticRegression, LinearRegression
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score
import numpy as np
X = np.random.randn(60, 3); y = np.repeat([0, 1, 2], 20); mixed = np.tile([0, 1, 2], 20); t = np.sort(np.random.randn(60)); days = np.arange(60)
# %% cell
a = cross_val_score(LogisticRegression(), X, y, cv=KFold(3, shuffle=True, random_state=0))
b = cross_val_score(LogisticRegression(), X, y, cv=StratifiedKFold(3))
c = cross_val_score(LogisticRegression(), X, mixed, cv=KFold(3))
d = cross_val_score(LinearRegression(), X, t, cv=KFold(3))
e = cross_val_score(LinearRegression(), X, days, cv=KFold(3))
