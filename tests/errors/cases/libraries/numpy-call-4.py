# rule: libraries_numpy.numpy_call
# source: constructed
# says: a has 10 items \(shape \(10,\)\); shape \(3, 4\) would need 12\.
# says: shape
# %% fails
import numpy as np
a=np.arange(10)
a.reshape(3,4)
