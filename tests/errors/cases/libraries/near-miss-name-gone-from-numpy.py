# rule: libraries_arrays.gone_from_numpy
# source: constructed
# says: float\(3\)
# %% before
import numpy as np
# %% fails
np.float(3)
# %% mended
float(3)
