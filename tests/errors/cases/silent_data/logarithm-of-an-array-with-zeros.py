# notice: made_infinite.log_of_zeros
# source: constructed
# says: size\s+holds\s+-inf\s+in\s+1\s+value
# says: size\s+=\s+np\.log1p\(clicks\)
# %% before
import numpy as np
clicks = np.array([3., 0., 8., 120.])
# %% cell
size = np.log(clicks)
size.mean()
# %% mended
size = np.log1p(clicks)
size.mean()
