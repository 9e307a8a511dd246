# rule: libraries_arrays.uneven_rows
# source: constructed
# says: The arrays of runs have different shapes: item 0 has \(3, 2\), item 1 has \(3, 4\)
# says: \[one\.shape for one in runs\]
# %% before
import numpy as np
runs = [np.zeros((3, 2)), np.ones((3, 4))]
# %% fails
every = np.array(runs)
# %% mended
[one.shape for one in runs]
