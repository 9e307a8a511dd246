# rule: dimensions.permute_count
# source: constructed
# says: 2: shape \(8, 8\)
# %% before
import numpy as np
img = np.zeros((8, 8))
# %% fails
img.transpose(2, 0, 1)
# %% mended
img.transpose(1, 0)
