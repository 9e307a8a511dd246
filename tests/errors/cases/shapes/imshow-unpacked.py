# rule: pictures.imshow_shape
# source: https://stackoverflow.com/questions/53623472
# says: channels
# says: img\.permute\(1, 2, 0\)
# %% before
import torch
import matplotlib.pyplot as plt
ds = [(torch.rand(3, 8, 8), 0)] * 3
# %% fails
for i, (img, label) in enumerate(ds):
    plt.imshow(img)
# %% mended
for i, (img, label) in enumerate(ds):
    plt.imshow(img.permute(1, 2, 0))
