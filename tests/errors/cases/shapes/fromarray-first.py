# rule: pictures_from_arrays.fromarray
# source: constructed
# says: channels first
# says: transpose\(1, 2, 0\)
# %% before
import numpy as np
from PIL import Image
a = np.zeros((3, 8, 8), dtype=np.uint8)
# %% fails
Image.fromarray(a)
# %% mended
Image.fromarray(a.transpose(1, 2, 0))
