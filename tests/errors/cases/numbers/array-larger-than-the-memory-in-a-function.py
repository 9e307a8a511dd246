# rule: memory_arrays.array_too_large
# source: constructed
# says: stack = buffer\(341, side=1024\)
# %% before
import numpy as np
def buffer(count, side):
    return np.empty((count, side, side, 3), dtype=np.uint8)
# %% fails
stack = buffer(90_000_000, side=1024)
# %% mended
stack = buffer(3, side=1024)
