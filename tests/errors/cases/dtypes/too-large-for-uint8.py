# rule: kinds.does_not_fit_uint8
# source: constructed
# says: 255
# says: 300
# %% before
import numpy as np
# %% fails
np.array([1, 300], dtype=np.uint8)
# %% mended
np.array([1, 300], dtype=np.int32)
