# rule: libraries_arrays.uneven_rows
# source: https://stackoverflow.com/questions/67183501 (inhomogeneous shape)
# says: longest = max\(len\(row\) for row in tokens\)
# says: padding
# %% before
import numpy as np
tokens = [[4, 8], [1, 2, 3], [9]]
# %% fails
table = np.array(tokens)
# %% mended
longest = max(len(row) for row in tokens)
table = np.array([row + [0] * (longest - len(row)) for row in tokens])
