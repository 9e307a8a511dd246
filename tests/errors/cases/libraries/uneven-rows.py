# rule: libraries_arrays.uneven_rows
# source: constructed
# says: The rows of \[\[1, 2\], \[3\]\] have different lengths: row 0 has 2 items, row 1 has 1\.
# %% fails
import numpy as np
np.array([[1,2],[3]])
