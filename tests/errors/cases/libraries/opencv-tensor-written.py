# rule: opencv_given.not_an_array
# source: constructed
# says: x is a float32 tensor
# says: x\.permute\(1, 2, 0\)\.detach\(\)\.numpy\(\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
import torch
x = torch.rand(3, 8, 8, requires_grad=True)
cv2.imwrite('out.png', x)
# %% mended
import torch
x = torch.rand(3, 8, 8, requires_grad=True)
cv2.imwrite('out.png', x.permute(1, 2, 0).detach().numpy())
