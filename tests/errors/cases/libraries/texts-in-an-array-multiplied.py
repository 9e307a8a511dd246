# rule: libraries_one_number.texts_in_an_array
# source: constructed
# says: 2 \* w.astype\(float\)
# %% before
import numpy as np
w = np.array(['1.5', '2.5'])
# %% fails
b = 2 * w
# %% mended
b = 2 * w.astype(float)
