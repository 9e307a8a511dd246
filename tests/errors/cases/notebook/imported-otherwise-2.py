# rule: notebook_undefined.imported_otherwise
# source: constructed
# says: np\.array\(\[1\]\)
# says: numpy
# %% before
import numpy as np
# %% fails
numpy.array([1])
# %% mended
np.array([1])
