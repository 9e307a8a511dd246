# rule: pictures_from_arrays.fromarray
# source: constructed
# says: channels first
# says: transpose\(1, 2, 0\)
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
thumb = Image.fromarray(photos[2].numpy())
# %% mended
thumb = Image.fromarray(photos[2].numpy().transpose(1, 2, 0))
