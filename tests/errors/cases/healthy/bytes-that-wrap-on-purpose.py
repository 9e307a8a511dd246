# notice: none
# source: constructed
# %% before
import numpy as np
before = np.arange(0, 250, 25, dtype=np.uint8); after = before[::-1].copy()
# %% cell
step = after - before
back = before + step
