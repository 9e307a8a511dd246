# rule: libraries_parts.asked_of_numpy
# source: a learner's notebook
# says: np.std\(x\)
# %% before
import numpy as np
x = [12, 28, 44]
# %% fails
np.stdev(x)
# %% mended
np.std(x)
