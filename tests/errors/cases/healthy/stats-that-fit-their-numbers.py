# notice: none
# source: constructed
# %% before
import numpy as np, torch
from torchvision import transforms
raw = np.random.default_rng(2).integers(0, 256, (20, 8, 8, 3)).astype(np.uint8)
photos = raw.astype(np.float32) / 255
imagenet_mean, imagenet_std = torch.tensor([0.485, 0.456, 0.406])[:, None, None], torch.tensor([0.229, 0.224, 0.225])[:, None, None]
m, std = raw.mean(), raw.std()
ages = torch.randint(18, 90, (100,)).float(); shares = torch.rand(100)
# %% cell
scaled = (photos - m / 255) / (std / 255)
x = (torch.tensor(photos).permute(0, 3, 1, 2) - imagenet_mean) / imagenet_std
bytes_normalized = (raw - m) / std
ages_std = ages.std(); ages = (ages - ages.mean()) / ages_std
low, span = 3.0, 7.0
std_points = (shares - shares.mean()) / shares.std()
pos = (torch.tensor(raw[0]).float() - 127.5) / 127.5
