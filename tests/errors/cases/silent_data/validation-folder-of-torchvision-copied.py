# notice: same_pictures.copied_from_train
# source: constructed
# says: 6\s+of\s+the\s+6\s+validation\s+files\s+of\s+val_ds
# %% before
import numpy as np, shutil
from pathlib import Path
from PIL import Image
from torchvision import datasets, transforms
for c in ('left', 'right'):
    Path(f'd/train/{c}').mkdir(parents=True)
    for i in range(9): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'd/train/{c}/{c}{i}.png')
def split(move):
    for c in ('left', 'right'):
        Path(f'd/val/{c}').mkdir(parents=True)
        for i in range(3): move(f'd/train/{c}/{c}{i}.png', f'd/val/{c}/{c}{i}.png')
# %% cell
split(shutil.copy)
train_ds = datasets.ImageFolder('d/train', transforms.ToTensor())
val_ds = datasets.ImageFolder('d/val', transforms.ToTensor())
# %% mended
split(shutil.move)
train_ds = datasets.ImageFolder('d/train', transforms.ToTensor())
val_ds = datasets.ImageFolder('d/val', transforms.ToTensor())
