# rule: libraries_parts.asked_of_numpy
# source: a learner's notebook
# says: plt.scatter\(x, x\)
# %% before
import numpy as np
import matplotlib.pyplot as plt
x = np.arange(3)
# %% fails
np.scatter(x, x)
# %% mended
plt.scatter(x, x)
