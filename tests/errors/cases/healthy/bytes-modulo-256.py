# notice: none
# source: constructed
# %% before
import numpy as np
first = np.arange(200, 250, 5, dtype=np.uint8); second = first[::-1].copy()
# %% cell
# a checksum of each column, modulo 256
mixed = first * 7 + second
