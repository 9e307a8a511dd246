# rule: dimensions.permute_count
# source: constructed
# says: Take one picture
# says: photos\[k\]\.permute\(1, 2, 0\)
# %% before
import matplotlib.pyplot as plt
import torch

photos = torch.rand(6, 3, 12, 12)
# %% fails
k = 4
plt.imshow(photos[k:k+1].permute(1, 2, 0))
# %% mended
k = 4
plt.imshow(photos[k].permute(1, 2, 0))
