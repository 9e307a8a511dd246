# notice: small_floats.too_large_for_float16
# source: constructed
# says: counts\s+holds\s+inf
# says: counts\s+=\s+np\.array\(visits,\s+dtype=np\.float32\)
# %% before
import numpy as np
visits = [n * 3500 for n in range(40)]
# %% cell
counts = np.array(visits, dtype=np.float16)
counts.mean()
# %% mended
counts = np.array(visits, dtype=np.float32)
counts.mean()
