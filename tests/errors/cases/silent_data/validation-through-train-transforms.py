# notice: augmented.valid_with_train_transforms
# source: https://discuss.pytorch.org (transforms of the validation set)
# says: val_ds\s+goes\s+through\s+train_tfms
# says: RandomHorizontalFlip
# says: transform=val_tfms
# %% before
import torch
from torchvision import datasets, transforms
from pathlib import Path
from PIL import Image
for part in ('train', 'val'):
    for kind in ('a', 'b'):
        Path('pics', part, kind).mkdir(parents=True)
        Image.new('RGB', (8, 8)).save(f'pics/{part}/{kind}/0.png')
# %% cell
train_tfms = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
val_tfms = transforms.Compose([transforms.Resize(8), transforms.ToTensor()])
train_ds = datasets.ImageFolder('pics/train', train_tfms)
val_ds = datasets.ImageFolder('pics/val', train_tfms)
# %% mended
train_tfms = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
val_tfms = transforms.Compose([transforms.Resize(8), transforms.ToTensor()])
train_ds = datasets.ImageFolder('pics/train', train_tfms)
val_ds = datasets.ImageFolder('pics/val', val_tfms)
