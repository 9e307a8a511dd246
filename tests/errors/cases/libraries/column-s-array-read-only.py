# rule: libraries_one_number.array_that_is_read_only
# source: constructed
# says: can only\s+be\s+read
# %% before
import numpy as np
x = np.broadcast_to(np.arange(3), (2, 3))
# %% fails
x[0, 0] += 1
# %% mended
x = x.copy()
x[0, 0] += 1
