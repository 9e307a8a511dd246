# rule: arrays_uneven.list_as_index
# source: constructed
# says: a slice
# says: pictures\[tuple\(part\)\]
# %% before
import numpy as np
pictures = np.random.rand(6, 8, 8, 3)
# %% fails
def corner(pictures, size):
    part = [slice(None)] * pictures.ndim
    part[1] = part[2] = slice(0, size)
    return pictures[part].mean()
corner(pictures, 4)
# %% mended
def corner(pictures, size):
    part = [slice(None)] * pictures.ndim
    part[1] = part[2] = slice(0, size)
    return pictures[tuple(part)].mean()
corner(pictures, 4)
