# notice: none
# source: constructed
# %% before
import torch
from torchvision.datasets import ImageFolder
from torchvision.transforms import ToTensor
from PIL import Image
from pathlib import Path
import numpy as np
rng = np.random.RandomState(0)
def picture(path, size=24):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rng.randint(0, 255, (size, size, 3), dtype=np.uint8)).save(path)
for kind in ('kiwi', 'melon', 'plum'): picture(f'fruit/train/{kind}/1.png')
for kind in ('melon', 'plum', 'kiwi'): picture(f'fruit/val/{kind}/1.png')
for kind in ('kiwi', 'plum'): picture(f'fruit/small/{kind}/1.png')
for kind in ('ant', 'plum'): picture(f'other/train/{kind}/1.png')
# %% cell
train_ds, val_ds = ImageFolder('fruit/train', ToTensor()), ImageFolder('fruit/val', ToTensor())
others = ImageFolder('other/train', ToTensor())
mapped = ImageFolder('fruit/small', ToTensor(), target_transform=lambda i: train_ds.class_to_idx[['kiwi', 'plum'][i]])
len(train_ds), len(val_ds), len(others), len(mapped)
