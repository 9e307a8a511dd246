# rule: libraries_numpy.numpy_call
# source: constructed
# says: np\.zeros\(\(3, 4\)\)
# says: zeros
# %% fails
import numpy as np
np.zeros(3,4)
# %% mended
import numpy as np
np.zeros((3, 4))
