# rule: pictures_from_arrays.fromarray
# source: constructed
# says: int64
# says: uint8
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
codes = np.arange(12).reshape(3, 4)
Image.fromarray(codes)
# %% mended
codes = np.arange(12).reshape(3, 4)
Image.fromarray(codes.astype(np.uint8))
