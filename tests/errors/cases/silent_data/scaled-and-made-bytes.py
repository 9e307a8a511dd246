# notice: casts.fractions_cut_to_zero
# source: https://stackoverflow.com/questions/48331211
# says: between\s+0\s+and\s+1
# says: photo\s+=\s+\(photo\s+/\s+255\)\.astype\(np\.float32\)
# %% before
import numpy as np
import torch

photo = np.random.randint(0, 250, (16, 16, 3)).astype(np.uint8)
# %% cell
photo = (photo / 255).astype("uint8")
photo.shape, photo.dtype
# %% mended
photo = (photo / 255).astype(np.float32)
photo.shape, photo.dtype
