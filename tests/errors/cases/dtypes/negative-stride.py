# rule: conversions.from_numpy
# source: https://discuss.pytorch.org/t/torch-from-numpy-not-support-negative-strides/3663
# says: copy\(\)
# %% before
import torch, numpy as np
img = np.ones((4, 4))
flipped = np.fliplr(img)
# %% fails
torch.from_numpy(flipped)
# %% mended
torch.from_numpy(flipped.copy())
