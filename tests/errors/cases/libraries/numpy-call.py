# rule: libraries_numpy.numpy_call
# source: constructed
# says: a\.sum\(axis=0\)
# says: axis
# %% fails
import numpy as np
a=np.ones(3)
a.sum(axis=1)
# %% mended
import numpy as np
a=np.ones(3)
a.sum(axis=0)
