# rule: libraries_algebra.product_of_other_sizes
# source: constructed
# says: np.dot\(X.T, np.abs\(error\)\)
# %% before
import numpy as np
X, error = np.ones((5, 2)), np.ones(5)
# %% fails
grad = np.dot(X, np.abs(error))
# %% mended
grad = np.dot(X.T, np.abs(error))
