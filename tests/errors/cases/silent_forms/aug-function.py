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
def sets(tfms): return datasets.ImageFolder('pics/train', tfms), datasets.ImageFolder('pics/val', tfms)
# %% cell
train_ds, val_ds = sets(train_tfms)
