# notice: unpacked.in_another_order
# source: constructed
# says: train_idx, val_idx in\s+place of
# %% before
from sklearn.model_selection import KFold
import numpy as np
X = np.random.randn(30, 2)
# %% cell
for fold, (val_idx, train_idx) in enumerate(KFold(3, shuffle=True).split(X)):
    print(fold, len(train_idx), len(val_idx))
# %% mended
for fold, (train_idx, val_idx) in enumerate(KFold(3, shuffle=True).split(X)):
    print(fold, len(train_idx), len(val_idx))
