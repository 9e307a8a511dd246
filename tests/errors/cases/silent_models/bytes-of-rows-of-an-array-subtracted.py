# notice: numbers.bytes_wrap_around
# source: constructed
# says: frames\[0\]\.astype\(float\)\s+-\s+frames\[1\]
# %% before
import numpy as np
frames = np.stack([np.full((6, 6), 20, dtype=np.uint8), np.full((6, 6), 200, dtype=np.uint8)])
# %% cell
moved = (frames[0] - frames[1]).mean()
# %% mended
moved = (frames[0].astype(float) - frames[1]).mean()
