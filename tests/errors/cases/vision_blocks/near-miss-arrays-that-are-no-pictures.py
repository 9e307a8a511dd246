# rule: not arrays_of_pictures.of_different_sizes
# source: constructed
# %% before
import numpy as np
tables = [np.random.rand(5, 3), np.random.rand(6, 3)]
# %% fails
np.array(tables)
