# rule: picture_transforms.normalize_before_to_tensor
# source: constructed
# says: norm\(torch\.from_numpy\(batch\)\.float\(\) / 255\)
# says: a\s+whole batch
# %% before
import numpy as np, torch
from torchvision import transforms
batch = np.random.randint(0, 255, (4, 3, 8, 8)).astype(np.uint8)
norm = transforms.Normalize([.5] * 3, [.5] * 3)
# %% fails
out = norm(batch)
# %% mended
out = norm(torch.from_numpy(batch).float() / 255)
