# notice: pictures.channels_scrambled_to_front
# source: constructed
# says: does\s+not\s+move\s+the\s+channels\s+of\s+img
# says: img\.transpose\(2,\s+0,\s+1\)
# %% before
import numpy as np
img = (np.random.rand(18, 24, 3) * 255).astype('uint8')
# %% cell
h, w, c = img.shape
chw = img.reshape(c, h, w)
flat = np.reshape(img, (-1, 3))
# %% mended
h, w, c = img.shape
chw = img.transpose(2, 0, 1)
flat = np.reshape(img, (-1, 3))
