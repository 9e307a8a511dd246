# rule: splits_of_folds.folds_for_a_pair
# source: https://github.com/timeseriesAI/tsai/issues/566
# says: 5\s+pairs
# says: splits=\[list\(o\) for o in splits\[0\]\]
# %% before
from fastai.basics import *
from sklearn.model_selection import StratifiedKFold
X, y = np.random.randn(20, 3, 8).astype('float32'), np.array(['a', 'b'] * 10)
splits = list(StratifiedKFold(n_splits=5).split(X, y))
# %% fails
dsets = Datasets(range(20), [[lambda i: tensor(X[i])], [lambda i: y[i], Categorize()]], splits=splits)
# %% mended
dsets = Datasets(range(20), [[lambda i: tensor(X[i])], [lambda i: y[i], Categorize()]], splits=[list(o) for o in splits[0]])
