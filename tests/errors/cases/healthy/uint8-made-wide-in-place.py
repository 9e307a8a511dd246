# notice: none
# source: constructed
# %% before
import numpy as np
a = np.full(3, 10, np.uint8); b = np.full(3, 20, np.uint8)
# %% cell
a = a.astype(int)
d = a - b
d
