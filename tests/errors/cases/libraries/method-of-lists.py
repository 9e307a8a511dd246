# rule: libraries_numpy.method_of_lists
# source: constructed
# says: a = np\.append\(a, 2\)
# says: array
# %% fails
import numpy as np
a=np.array([1])
a.append(2)
# %% mended
import numpy as np
a=np.array([1])
a = np.append(a, 2)
