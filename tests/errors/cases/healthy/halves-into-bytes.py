# notice: none
# source: constructed
# %% before
import numpy as np, torch
shots = [np.random.randint(0, 255, (6, 6)) for _ in range(3)]
# %% cell
small = np.zeros((3, 6, 6), dtype=np.uint8)
for k, one in enumerate(shots): small[k] = one / 2
ones = np.zeros((3, 6, 6), dtype=np.uint8)
for k, one in enumerate(shots): ones[k] = (one > 100) / 1
