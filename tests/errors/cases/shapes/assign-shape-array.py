# rule: joining.assigned
# source: https://stackoverflow.com/questions/43977463
# says: \(4, 2\)
# %% before
import numpy as np
mat = np.zeros((3, 4, 2))
part = np.ones((5, 2))
# %% fails
mat[1] = part
# %% mended
mat[1] = np.ones((4, 2))
