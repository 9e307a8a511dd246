# notice: picture_sizes.height_before_width
# source: constructed
# says: \(h,\s+w\)\s+is\s+\(height,\s+width\)\s+=\s+\(20,\s+50\)
# says: photo\.resize\(\(w,\s+h\)\)
# %% before
import numpy as np
from PIL import Image
photo, arr = Image.new('RGB', (100, 40)), np.zeros((20, 50, 3), dtype=np.uint8)
# %% cell
h, w = arr.shape[:2]
small = photo.resize((h, w))
# %% mended
h, w = arr.shape[:2]
small = photo.resize((w, h))
