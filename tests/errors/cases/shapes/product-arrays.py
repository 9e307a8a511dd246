# rule: shapes.product
# source: https://stackoverflow.com/questions/35032685
# says: X
# says: w\.T
# %% before
import numpy as np
X = np.random.rand(6, 3)
w = np.random.rand(1, 3)
# %% fails
np.dot(X, w)
# %% mended
X @ w.T
