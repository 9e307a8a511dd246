# notice: casts.fractions_cut_to_zero
# source: https://stackoverflow.com/questions/55319949
# says: values\s+of\s+img\s+lie\s+between\s+0\s+and\s+1
# says: \(img\.permute\(1,\s+2,\s+0\)\.numpy\(\)\s+\*\s+255\)\.astype\(np\.uint8\)
# %% before
import numpy as np
import torch
from PIL import Image

img = torch.rand(3, 16, 16)
# %% cell
Image.fromarray(img.permute(1, 2, 0).numpy().astype(np.uint8)).save("out.png")
# %% mended
Image.fromarray((img.permute(1, 2, 0).numpy() * 255).astype(np.uint8)).save("out.png")
