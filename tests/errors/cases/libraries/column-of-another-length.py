# rule: libraries_one_number.row_of_another_length
# source: constructed
# says: has shape \(2,\)
# %% before
import numpy as np
a, new = np.zeros((3, 2)), [1, 1]
# %% fails
a[:, 0] = new
# %% mended
a[:, 0] = np.ones(3)
