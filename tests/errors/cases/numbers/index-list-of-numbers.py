# rule: not arrays_uneven.list_as_index
# source: constructed
# %% before
import numpy as np
data = np.random.rand(4, 5)
rows = [0, 2, 7]
# %% fails
data[rows]
