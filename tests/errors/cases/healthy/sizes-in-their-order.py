# notice: none
# source: constructed
# %% before
import numpy as np
from PIL import Image
photo, arr = Image.new('RGB', (100, 40)), np.zeros((20, 50, 3), dtype=np.uint8)
square = np.zeros((30, 30))
# %% cell
h, w = arr.shape[:2]
a, b, c = photo.resize((w, h)), photo.resize(arr.shape[1::-1]), photo.resize(arr.shape[:2][::-1])
d, e = photo.resize(square.shape), photo.resize((arr.shape[1], arr.shape[0]))
pattern = np.resize(np.array([1, 2, 3]), (10, 12))
