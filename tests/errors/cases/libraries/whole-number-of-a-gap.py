# rule: libraries_one_number.no_whole_number_of_it
# source: constructed
# says: mean is nan
# says: if np.isfinite\(mean\): n = int\(mean\)
# %% before
import numpy as np
mean = np.nanmean(np.array([1.0])) * float('nan')
mean = float(mean)
# %% fails
n = int(mean)
# %% mended
if np.isfinite(mean): n = int(mean)
