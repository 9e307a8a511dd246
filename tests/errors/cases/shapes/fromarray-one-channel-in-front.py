# rule: pictures_from_arrays.fromarray
# source: constructed
# says: one channel in front
# says: \[0\]
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
digit = np.zeros((1, 28, 28), dtype=np.uint8)
Image.fromarray(digit)
# %% mended
digit = np.zeros((1, 28, 28), dtype=np.uint8)
Image.fromarray(digit[0])
