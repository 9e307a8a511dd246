# rule: picture_transforms.normalize_before_to_tensor
# source: constructed
# says: torch\.from_numpy\(img\)
# %% before
import numpy as np, torch
from torchvision import transforms
img = np.random.rand(3, 8, 8)
# %% fails
def ready(img): return transforms.Normalize([.5] * 3, [.5] * 3)(img)
ready(img)
# %% mended
def ready(img): return transforms.Normalize([.5] * 3, [.5] * 3)(torch.from_numpy(img))
ready(img)
