# rule: libraries_algebra.product_of_other_sizes
# source: constructed
# says: a.dot\(np.ones\(\(4, 2\)\).T\)
# %% before
import numpy as np
a = np.ones((3, 2))
# %% fails
c = a.dot(np.ones((4, 2)))
# %% mended
c = a.dot(np.ones((4, 2)).T)
