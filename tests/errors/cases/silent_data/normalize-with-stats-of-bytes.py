# notice: stats_of_others.normalize_of_bytes
# source: constructed
# says: behind\s+ToTensor
# says: Normalize\(\[0\.485,\s+0\.456,\s+0\.406\]
# %% before
import numpy as np, torch
from torchvision import transforms
raw = np.random.default_rng(2).integers(0, 256, (20, 8, 8, 3)).astype(np.uint8)
photos = raw.astype(np.float32) / 255
imagenet_mean, imagenet_std = torch.tensor([0.485, 0.456, 0.406])[:, None, None], torch.tensor([0.229, 0.224, 0.225])[:, None, None]
m, std = raw.mean(), raw.std()
# %% cell
tfms = transforms.Compose([transforms.ToTensor(), transforms.Normalize([123.68, 116.28, 103.53], [58.4, 57.1, 57.4])])
x = tfms(raw[0])
# %% mended
tfms = transforms.Compose([transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])
x = tfms(raw[0])
