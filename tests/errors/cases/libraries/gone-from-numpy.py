# rule: libraries_arrays.gone_from_numpy
# source: constructed
# says: np\.array\(\[1\]\)\.astype\(int\)
# says: numpy
# %% fails
import numpy as np
np.array([1]).astype(np.int)
# %% mended
import numpy as np
np.array([1]).astype(int)
