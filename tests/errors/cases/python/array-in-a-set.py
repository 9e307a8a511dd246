# rule: python_shapes.unhashable
# source: constructed
# says: seen.add\(tuple\(a.tolist\(\)\)\)
# %% before
import numpy as np
a, seen = np.array([1, 2]), set()
# %% fails
seen.add(a)
# %% mended
seen.add(tuple(a.tolist()))
