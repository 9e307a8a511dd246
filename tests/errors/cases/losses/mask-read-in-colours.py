# rule: losses_of_masks.mask_in_colours
# source: https://github.com/open-mmlab/mmsegmentation/issues/3055
# says: masks\[\.\.\.,\s+0\]
# %% before
import torch
from torch import nn
net = nn.Conv2d(3, 5, 1)
imgs = torch.rand(2, 3, 8, 8)
masks = torch.randint(0, 5, (2, 8, 8, 1)).repeat(1, 1, 1, 3)
criterion = nn.CrossEntropyLoss()
# %% fails
loss = criterion(net(imgs), masks)
# %% mended
loss = criterion(net(imgs), masks[..., 0])
