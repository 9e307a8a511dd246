# rule: libraries_arrays.array_index
# source: constructed
# says: a=np\.ones\(\(2,3\)\); a\[\-1,0\]
# %% fails
import numpy as np
a=np.ones((2,3)); a[2,0]
# %% mended
import numpy as np
a=np.ones((2,3)); a[-1,0]
