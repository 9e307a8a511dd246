# notice: stats_of_others.normalized_by_others
# source: constructed
# says: photos\s+goes\s+from\s+0\s+to\s+1
# says: photos\s+=\s+\(photos\s+-\s+m\s+/\s+255\)\s+/\s+\(std\s+/\s+255\)
# %% before
import numpy as np, torch
from torchvision import transforms
raw = np.random.default_rng(2).integers(0, 256, (20, 8, 8, 3)).astype(np.uint8)
photos = raw.astype(np.float32) / 255
imagenet_mean, imagenet_std = torch.tensor([0.485, 0.456, 0.406])[:, None, None], torch.tensor([0.229, 0.224, 0.225])[:, None, None]
m, std = raw.mean(), raw.std()
# %% cell
photos = (photos - m) / std
# %% mended
photos = (photos - m / 255) / (std / 255)
