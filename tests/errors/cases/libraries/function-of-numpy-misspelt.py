# rule: libraries_parts.asked_of_numpy
# source: a learner's notebook
# says: np.arange\(5\)
# %% before
import numpy as np
# %% fails
np.arrange(5)
# %% mended
np.arange(5)
