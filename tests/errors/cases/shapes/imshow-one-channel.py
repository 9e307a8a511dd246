# rule: pictures.imshow_shape
# source: constructed
# says: grey
# says: xb\[0\]\[0\], cmap='gray'
# %% before
import torch
import matplotlib.pyplot as plt
xb = torch.rand(4, 1, 28, 28)
# %% fails
plt.imshow(xb[0])
# %% mended
plt.imshow(xb[0][0], cmap='gray')
