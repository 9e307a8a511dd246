# notice: numbers.bytes_wrap_around
# source: constructed
# says: uint8
# says: 280 becomes 24
# says: np\.clip\(scan\.astype\(int\) \+ 90,\s+0,\s+255\)\.astype\(np\.uint8\)
# %% before
import numpy as np, torch
# %% cell
import numpy as np
scan = np.full((3, 3), 190, dtype=np.uint8)
scan += 90
# %% mended
scan = np.full((3, 3), 190, dtype=np.uint8)
scan = np.clip(scan.astype(int) + 90, 0, 255).astype(np.uint8)
