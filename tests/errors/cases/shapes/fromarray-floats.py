# rule: pictures_from_arrays.fromarray
# source: https://stackoverflow.com/questions/55319949
# says: uint8
# says: astype\(np\.uint8\)
# %% before
import numpy as np
from PIL import Image
a = np.random.rand(8, 8, 3)
# %% fails
Image.fromarray(a)
# %% mended
Image.fromarray((a * 255).astype(np.uint8))
