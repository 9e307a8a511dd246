# rule: arrays_uneven.list_as_index
# source: constructed
# says: data\[tuple\(index\)\] = 0
# %% before
import numpy as np
data = np.random.rand(4, 5)
index = [slice(0, 2), np.array([0, 3])]
# %% fails
data[index] = 0
# %% mended
data[tuple(index)] = 0
