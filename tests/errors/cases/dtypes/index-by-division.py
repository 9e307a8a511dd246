# rule: indices.index_of_floats
# source: constructed
# says: float
# says: a\[int\(n / 2\)\]|a\[int\(half\)\]
# %% before
import numpy as np
a = np.arange(10)
half = len(a) / 2
# %% fails
a[half]
# %% mended
a[int(half)]
