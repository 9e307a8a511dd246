# rule: pictures_from_arrays.fromarray
# source: constructed
# says: list of 2 items
# says: np.array
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
dots = [[0, 255], [255, 0]]
Image.fromarray(dots)
# %% mended
dots = [[0, 255], [255, 0]]
Image.fromarray(np.array(dots, dtype=np.uint8))
