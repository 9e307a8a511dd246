# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torchvision import datasets, transforms
from pathlib import Path
from PIL import Image
for part in ('train', 'val'):
    for kind in ('a', 'b'):
        Path('pics', part, kind).mkdir(parents=True)
        Image.new('RGB', (8, 8)).save(f'pics/{part}/{kind}/0.png')
ones = torch.ones(8, 1); net = nn.Sequential(nn.Linear(1, 1), nn.Sigmoid())
# %% cell
tfms = transforms.Compose([transforms.Resize(8), transforms.ToTensor()])
train_tfms = transforms.Compose([transforms.RandomHorizontalFlip(), tfms])
train_ds, val_ds = datasets.ImageFolder('pics/train', train_tfms), datasets.ImageFolder('pics/val', tfms)
out = net(ones)
loss = nn.functional.binary_cross_entropy(out, ones)
# symmetrical: what an autoencoder gives back against what it was given
F_loss = nn.functional.mse_loss(ones, out)
