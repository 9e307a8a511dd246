# rule: notebook_undefined.imported_otherwise
# source: constructed
# says: import numpy as np
# %% before
import numpy
# %% fails
np.array([1])
# %% mended
import numpy as np
