# notice: numbers.channels_scrambled
# source: constructed
# says: permute\(1, 2, 0\)
# %% before
import torch, matplotlib.pyplot as plt
img = torch.rand(3, 32, 32)
# %% cell
plt.imshow(img.view(32, 32, 3));
# %% mended
plt.imshow(img.permute(1, 2, 0));
