# notice: augmented.valid_shares_transforms
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

def make(full):
    a, b = random_split(full, [12, 4])
    return DataLoader(a, 4, shuffle=True), DataLoader(b, 4)
full = ImageFolder('pics/train', train_tfms)
full.samples = full.samples * 2
full.imgs = full.samples
# %% cell
train_batches, valid_batches = make(full)
