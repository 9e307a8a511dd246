# notice: picture_sizes.height_before_width
# source: constructed
# says: takes\s+\(width,\s+height\),\s+and\s+mask\.shape\s+is\s+\(height,\s+width\)\s+=\s+\(20,\s+50\)
# says: photo\.resize\(mask\.shape\[::-1\]\)
# %% before
import numpy as np
from PIL import Image
photo, mask = Image.new('RGB', (100, 40)), np.zeros((20, 50), dtype=np.uint8)
# %% cell
small = photo.resize(mask.shape)
# %% mended
small = photo.resize(mask.shape[::-1])
