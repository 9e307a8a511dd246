# rule: libraries_numpy.numpy_call
# source: constructed
# says: np\.concatenate\(\[a, b\]\)
# says: concatenate
# %% fails
import numpy as np
a=np.ones(2);b=np.ones(3)
np.concatenate(a,b)
# %% mended
import numpy as np
a=np.ones(2);b=np.ones(3)
np.concatenate([a, b])
