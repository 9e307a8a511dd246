# rule: libraries_arrays.array_index
# source: constructed
# says: v\[\-1\]
# %% before
import numpy as np
v = np.arange(10)
# %% fails
v[10]
# %% mended
v[-1]
