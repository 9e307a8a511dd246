# notice: unnormalized.valid_not_normalized
# source: constructed
# says: T\.Normalize\(\[0\.5, 0\.5,\s+0\.5\], \[0\.2, 0\.2, 0\.2\]\)
# %% before
import torch, numpy as np
from torch import nn
from torchvision import transforms as T, datasets
from PIL import Image
from pathlib import Path
for part in ('train', 'valid'):
    for c in ('oak', 'elm'):
        (Path('leaves')/part/c).mkdir(parents=True)
        for i in range(4): Image.fromarray(np.full((16, 16, 3), 30 * i, dtype=np.uint8)).save(f'leaves/{part}/{c}/{i}.png')
train_tf = T.Compose([T.Resize(16), T.ToTensor(), T.Normalize((0.5, 0.5, 0.5), (0.2, 0.2, 0.2))])
valid_tf = T.Compose([T.Resize(16), T.ToTensor()])
# %% cell
train_ds = datasets.ImageFolder('leaves/train', transform=train_tf)
valid_ds = datasets.ImageFolder('leaves/valid', transform=valid_tf)
# %% mended
train_ds = datasets.ImageFolder('leaves/train', transform=train_tf)
valid_ds = datasets.ImageFolder('leaves/valid', transform=train_tf)
