# rule: cells_typed.colons_in_a_slice
# source: constructed
# says: x\[\[0, 2, 4, 7\]\]
# %% before
import numpy as np
x = np.arange(10)
# %% fails
y = x[0:2:4:7]
# %% mended
y = x[[0, 2, 4, 7]]
