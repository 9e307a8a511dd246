# rule: arrays_uneven.rows_made_here
# source: constructed
# says: makes 3 rows of different lengths
# says: grid = np\.asarray\(\[np\.pad\(one, \(0, longest - len\(one\)\)\) for one in rows\], dtype=float\) \* 2
# %% before
import numpy as np
# %% fails
sizes = [2, 5, 3]
grid = np.asarray([np.arange(n) for n in sizes], dtype=float) * 2
# %% mended
sizes = [2, 5, 3]
rows = [np.arange(n) for n in sizes]
longest = max(len(one) for one in rows)
grid = np.asarray([np.pad(one, (0, longest - len(one))) for one in rows], dtype=float) * 2
