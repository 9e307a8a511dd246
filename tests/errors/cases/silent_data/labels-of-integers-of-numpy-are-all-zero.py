# notice: one_number.only_the_lowest
# source: constructed
# says: rng\.integers\(0, 2, 50\)
# %% before
import numpy as np
rng = np.random.default_rng(0)
# %% cell
labels = rng.integers(0, 1, 50)
print(labels.mean())
# %% mended
labels = rng.integers(0, 2, 50)
print(labels.mean())
