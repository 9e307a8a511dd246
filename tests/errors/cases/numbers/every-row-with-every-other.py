# rule: memory_arrays.array_too_large
# source: constructed
# says: Broadcasting stretches a\[:, None\] and b\[None\]
# %% before
import numpy as np
a, b = np.ones((3_000_000, 3)), np.ones((4_000_000, 3))
# %% fails
d = a[:, None] - b[None]
