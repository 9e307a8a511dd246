# rule: libraries_numpy.numpy_call
# source: constructed
# says: np\.array\(\[1, 2, 3\]\)
# says: array
# %% fails
import numpy as np
np.array(1,2,3)
# %% mended
import numpy as np
np.array([1, 2, 3])
