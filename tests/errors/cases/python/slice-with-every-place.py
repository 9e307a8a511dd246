# rule: cells_typed.colons_in_a_slice
# source: a learner's notebook
# says: info\[:,0:5\]
# %% before
import numpy as np
info = np.arange(18).reshape(3, 6)
# %% fails
info[:,0:1:2:3:4]
# %% mended
info[:,0:5]
