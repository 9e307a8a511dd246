# rule: pictures_from_arrays.fromarray
# source: constructed
# says: 0 to 1
# says: \* 255\)\.byte\(\)\.numpy\(\)
# %% before
import numpy as np, torch
from PIL import Image
photos = torch.randint(0, 255, (5, 3, 12, 16), dtype=torch.uint8)
# %% fails
soft = photos[0].float() / 255
thumb = Image.fromarray(soft)
# %% mended
soft = photos[0].float() / 255
thumb = Image.fromarray((soft.permute(1, 2, 0) * 255).byte().numpy())
