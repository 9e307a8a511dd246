# rule: pictures.imshow_shape
# source: https://stackoverflow.com/questions/53623472
# says: channels
# says: last
# says: plt\.imshow\(img_t\.permute\(1, 2, 0\)\)
# %% before
import torch
import matplotlib.pyplot as plt
img_t = torch.rand(3, 32, 32)
# %% fails
plt.imshow(img_t)
# %% mended
plt.imshow(img_t.permute(1, 2, 0))
