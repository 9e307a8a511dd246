# rule: libraries_algebra.row_to_append
# source: constructed
# says: np.append\(a, \[\[1, 2, 3\]\], axis=0\)
# %% before
import numpy as np
a = np.empty((0, 3))
# %% fails
a = np.append(a, [1, 2, 3], axis=0)
# %% mended
a = np.append(a, [[1, 2, 3]], axis=0)
