# notice: scalers.normalized_apart_by_function
# source: constructed
# says: standardize takes the mean and std of what it is given
# says: m, s = X_train\.mean\(axis=0\), X_train\.std\(axis=0\)
# says: X_test_n =\s+\(X_test -\s+m\) / s
# %% before
import numpy as np, torch
X_train, X_test = np.random.rand(60, 3) * 9, np.random.rand(20, 3) * 4
def standardize(a):
    mu, sd = a.mean(axis=0), a.std(axis=0)
    return (a - mu) / (sd + 1e-8)
# %% cell
X_train_n = standardize(X_train)
X_test_n = standardize(X_test)
# %% mended
X_train_n = standardize(X_train)
m, s = X_train.mean(axis=0), X_train.std(axis=0)
X_test_n = (X_test - m) / s
