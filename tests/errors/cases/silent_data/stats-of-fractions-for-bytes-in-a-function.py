# notice: stats_of_others.normalized_by_others
# source: constructed
# says: In\s+prepare:\s+t\s+goes\s+up\s+to\s+255
# says: out\s+=\s+\(t\s+/\s+255\s+-\s+imagenet_mean\)\s+/\s+imagenet_std
# %% before
import numpy as np, torch
from torchvision import transforms
raw = np.random.default_rng(2).integers(0, 256, (20, 8, 8, 3)).astype(np.uint8)
photos = raw.astype(np.float32) / 255
imagenet_mean, imagenet_std = torch.tensor([0.485, 0.456, 0.406])[:, None, None], torch.tensor([0.229, 0.224, 0.225])[:, None, None]
m, std = raw.mean(), raw.std()
def prepare(t):
    out = (t - imagenet_mean) / imagenet_std
    return out
pixels = torch.tensor(raw).permute(0, 3, 1, 2).float()
# %% cell
x = prepare(pixels)
# %% mended
def prepare(t):
    out = (t / 255 - imagenet_mean) / imagenet_std
    return out
x = prepare(pixels)
