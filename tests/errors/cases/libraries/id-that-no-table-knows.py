# rule: libraries_arrays.array_index
# source: constructed
# says: Look up\s+the\s+place
# %% before
import numpy as np
near = np.array([[0, 1], [1, 0]])
user = '000fb'
# %% fails
row = near[user]
