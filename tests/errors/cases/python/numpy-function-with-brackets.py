# rule: python_shapes.not_indexable
# source: a learner's notebook
# says: np.sort\(\[3, 1, 2\]\)
# %% before
import numpy as np
# %% fails
np.sort[3, 1, 2]
# %% mended
np.sort([3, 1, 2])
