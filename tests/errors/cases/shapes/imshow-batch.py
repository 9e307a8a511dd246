# rule: pictures.imshow_shape
# source: constructed
# says: batch of 4
# says: images\[0\]\.permute\(1, 2, 0\)
# %% before
import torch
import matplotlib.pyplot as plt
images = torch.rand(4, 3, 8, 8)
# %% fails
plt.imshow(images)
# %% mended
plt.imshow(images[0].permute(1, 2, 0))
