# rule: python_calling.number_or_text_called
# source: constructed
# says: a\.shape
# says: a\.shape
# %% fails
import numpy as np
a=np.zeros((2,3))
a.shape()
# %% mended
import numpy as np
a=np.zeros((2,3))
a.shape
