# rule: libraries_one_number.row_of_another_length
# source: constructed
# says: there is room for \(2,\)
# %% before
import numpy as np
a = np.zeros((3, 2))
# %% fails
a[0] = [1, 2, 3]
# %% mended
a[0] = [1, 2]
