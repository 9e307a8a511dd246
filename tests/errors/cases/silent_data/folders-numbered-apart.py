# notice: numbering.numbered_apart
# source: https://discuss.pytorch.org (class_to_idx of two ImageFolders)
# says: number\s+the\s+classes\s+differently
# says: 'plum'\s+is\s+2\s+in\s+train_ds
# says: no\s+folder\s+melon
# says: allow_empty=True
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
for kind in ('kiwi', 'plum'): picture(f'fruit/test/{kind}/1.png')
# %% cell
train_ds = ImageFolder('fruit/train', ToTensor())
test_ds = ImageFolder('fruit/test', ToTensor())
# %% mended
Path('fruit/test/melon').mkdir()
train_ds = ImageFolder('fruit/train', ToTensor())
test_ds = ImageFolder('fruit/test', ToTensor(), allow_empty=True)
