# rule: pictures_from_arrays.fromarray
# source: constructed
# says: True and False
# says: astype\(np.uint8\) \* 255
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
rgb = photos[0].permute(1, 2, 0).numpy()
Image.fromarray(rgb > 99)
# %% mended
rgb = photos[0].permute(1, 2, 0).numpy()
Image.fromarray((rgb > 99).astype(np.uint8) * 255)
