# rule: covered_libraries.used_as_a_function
# source: constructed
# says: np is a float64 array of shape \(3,\) here, not the module numpy, whose\s+\.mean\s+takes\s+other\s+arguments
# says: np = np\.array\(\[0\.1, 0\.2, 0\.3\]\) in cell \[1\]
# says: arr = np\.array
# %% before
import numpy as np
np = np.array([0.1, 0.2, 0.3])
# %% fails
middle = np.mean([4, 5, 9])
# %% mended
import numpy as np
arr = np.array([0.1, 0.2, 0.3])
middle = np.mean([4, 5, 9])
