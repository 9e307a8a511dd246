# rule: pictures_from_arrays.fromarray
# source: constructed
# says: a\[\.\.\., 0\]
# %% before
import numpy as np
from PIL import Image
a = np.zeros((8, 8, 1), dtype=np.uint8)
# %% fails
Image.fromarray(a)
# %% mended
Image.fromarray(a[..., 0])
