# rule: libraries_algebra.inverse_of_what_has_none
# source: constructed
# says: square matrix
# %% before
import numpy as np
X, y = np.random.rand(5, 2), np.ones(5)
# %% fails
w = np.linalg.inv(X) @ y
# %% mended
w = np.linalg.pinv(X) @ y
