# rule: libraries_one_number.texts_in_an_array
# source: constructed
# says: a.astype\(int\) \+ 1
# %% before
import numpy as np
a = np.array(['1', '2'])
# %% fails
b = a + 1
# %% mended
b = a.astype(int) + 1
