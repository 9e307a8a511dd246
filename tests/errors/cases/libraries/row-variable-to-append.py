# rule: libraries_algebra.row_to_append
# source: constructed
# says: np.append\(rows, \[new\], axis=0\)
# %% before
import numpy as np
rows, new = np.ones((2, 2)), np.array([5, 6])
# %% fails
rows = np.append(rows, new, axis=0)
# %% mended
rows = np.append(rows, [new], axis=0)
