# rule: powers.caret_as_power
# source: constructed
# says: two stars
# says: var = np\.mean\(\(ages - ages\.mean\(\)\)\*\*2\)
# %% before
import numpy as np

ages = np.array([20.0, 31.5, 44.0])
# %% fails
var = np.mean((ages - ages.mean())^2)
# %% mended
var = np.mean((ages - ages.mean())**2)
