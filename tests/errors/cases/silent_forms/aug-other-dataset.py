# notice: augmented.valid_with_train_transforms
# source: constructed
# %% before
import torch
from torchvision import datasets, transforms
from torchvision.datasets import ImageFolder
from torch.utils.data import DataLoader, Subset, random_split
from pathlib import Path
from PIL import Image
for part in ('train', 'val'):
    for kind in ('a', 'b'):
        Path('pics', part, kind).mkdir(parents=True)
        for i in range(4): Image.new('RGB', (8, 8)).save(f'pics/{part}/{kind}/{i}.png')
train_tfms = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
val_tfms = transforms.Compose([transforms.Resize(8), transforms.ToTensor()])
from torchvision.datasets import FakeData
# %% cell
train_ds = FakeData(8, transform=train_tfms)
val_ds = FakeData(8, transform=train_tfms)
# %% mended
train_ds = FakeData(8, transform=train_tfms)
val_ds = FakeData(8, transform=val_tfms)
