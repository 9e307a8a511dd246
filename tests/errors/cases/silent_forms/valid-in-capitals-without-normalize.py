# notice: unnormalized.valid_not_normalized
# source: constructed
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
plain_tf = T.Compose([T.Resize(16), T.ToTensor()])
train_ds = datasets.ImageFolder('leaves/train', transform=train_tf)
folder = Path('leaves/valid')
# %% cell
VAL = datasets.ImageFolder(folder, transform=plain_tf)
