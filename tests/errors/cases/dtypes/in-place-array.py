# rule: dtypes.in_place_on_integers
# source: https://stackoverflow.com/questions/38673531
# says: uint8
# says: img = img / 255
# %% before
import numpy as np
img = np.zeros((4, 4), dtype=np.uint8)
# %% fails
img /= 255
# %% mended
img = img / 255
