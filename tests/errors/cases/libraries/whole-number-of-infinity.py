# rule: libraries_one_number.no_whole_number_of_it
# source: constructed
# says: big is infinity
# %% before
import numpy as np
big = float('inf')
# %% fails
n = int(big)
# %% mended
if np.isfinite(big): n = int(big)
