# rule: shapes_unpacked.number_of_sizes
# source: constructed
# says: n = prices\.shape\[0\]
# %% before
import numpy as np

prices = np.ones(5)
# %% fails
n, m = prices.shape
# %% mended
n = prices.shape[0]
