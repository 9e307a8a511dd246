# rule: libraries_positions.numbers_for_labels
# source: https://github.com/abjer/sds/issues/14
# says: asks\s+for\s+columns\s+named
# says: X_train, X_val = X\.iloc\[train_idx\], X\.iloc\[val_idx\]
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import KFold
df = pd.DataFrame({'age': np.arange(30.), 'fare': np.arange(30.) * 2, 'died': [0, 1, 1] * 10})
X, y = df[['age', 'fare']], df['died']
# %% fails
for train_idx, val_idx in KFold(n_splits=3).split(X):
    X_train, X_val = X[train_idx], X[val_idx]
# %% mended
for train_idx, val_idx in KFold(n_splits=3).split(X):
    X_train, X_val = X.iloc[train_idx], X.iloc[val_idx]
