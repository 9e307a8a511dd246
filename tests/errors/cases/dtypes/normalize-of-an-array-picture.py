# rule: picture_transforms.normalize_before_to_tensor
# source: constructed
# says: ToTensor\(\)
# %% before
import numpy as np, torch
from torchvision import transforms
img = np.random.randint(0, 255, (8, 8, 3)).astype(np.uint8)
mean, std = [.5] * 3, [.5] * 3
# %% fails
transforms.Normalize(mean, std)(img)
# %% mended
transforms.Compose([transforms.ToTensor(), transforms.Normalize(mean, std)])(img)
