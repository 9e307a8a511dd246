# notice: splits.split_in_wrong_order
# source: constructed
# says: X_train, X_test, y_train, y_test
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
X = np.random.rand(40, 3); y = np.arange(40) % 2
# %% cell
X_train, y_train, X_test, y_test = train_test_split(X, y, test_size=0.5)
# %% mended
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5)
