# rule: sizes_as_floats.no_whole_number
# source: constructed
# says: size=\(h\s+//\s+2,\s+w\s+//\s+2\)
# %% before
import torch
from torch.nn.functional import interpolate
img = torch.rand(1, 3, 8, 6)
h, w = img.shape[2:]
# %% fails
small = interpolate(img, size=(h / 2, w / 2))
# %% mended
small = interpolate(img, size=(h // 2, w // 2))
