# rule: libraries_one_number.array_that_is_read_only
# source: constructed
# says: a = a.copy\(\)
# %% before
import numpy as np
from PIL import Image
a = np.asarray(Image.new('RGB', (4, 4)))
# %% fails
a[0, 0] = 255
# %% mended
a = a.copy()
a[0, 0] = 255
