# rule: pictures.imshow_shape
# source: constructed
# says: batch
# says: cmap='gray'
# %% before
import torch
import matplotlib.pyplot as plt
images = torch.rand(4, 1, 8, 8)
# %% fails
plt.imshow(images.numpy())
# %% mended
plt.imshow(images.numpy()[0][0], cmap='gray')
