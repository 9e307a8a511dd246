# rule: libraries_arrays.not_broadcast
# source: constructed
# says: a\+b\[:, None\]
# %% before
import numpy as np
a=np.ones((3,2)); b=np.ones(3)
# %% fails
a+b
# %% mended
a+b[:, None]
