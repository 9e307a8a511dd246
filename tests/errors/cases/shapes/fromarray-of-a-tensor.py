# rule: pictures_from_arrays.fromarray
# source: constructed
# says: uint8 tensor
# says: permute\(1, 2, 0\)\.numpy\(\)
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
first = photos[0]
thumb = Image.fromarray(first)
# %% mended
first = photos[0]
thumb = Image.fromarray(first.permute(1, 2, 0).numpy())
