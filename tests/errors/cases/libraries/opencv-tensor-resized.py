# rule: opencv_given.not_an_array
# source: constructed
# says: x is a float32 tensor of shape \(3, 32, 32\)
# says: cv2\.resize\(x\.permute\(1, 2, 0\)\.numpy\(\), \(16, 16\)\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
# %% fails
import torch
x = torch.rand(3, 32, 32)
small = cv2.resize(x, (16, 16))
# %% mended
import torch
x = torch.rand(3, 32, 32)
small = cv2.resize(x.permute(1, 2, 0).numpy(), (16, 16))
