# notice: augmented.valid_shares_transforms
# source: constructed
# says: RandomRotation
# says: plain_ds = torchvision\.datasets\.ImageFolder\('leaves',\s+transform=plain_tfms\)
# says: val_part =\s+torch\.utils\.data\.Subset\(plain_ds, val_part\.indices\)
# %% before
import torch, numpy as np
from PIL import Image
from pathlib import Path
import torchvision
from torchvision import transforms
from torch.utils.data import DataLoader, Subset, random_split
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(8): Image.fromarray(np.full((24, 24, 3), 20 * i, dtype=np.uint8)).save(f'leaves/{c}/{i}.png')
aug = transforms.Compose([transforms.Resize((20, 20)), transforms.RandomRotation(10), transforms.ToTensor()])
plain = transforms.Compose([transforms.Resize((20, 20)), transforms.ToTensor()])
data = torchvision.datasets.ImageFolder('leaves', transform=aug)
def loaders(bs): return DataLoader(train_part, batch_size=bs, shuffle=True), DataLoader(val_part, batch_size=bs)
train_part, val_part = Subset(data, range(0, 16, 2)), Subset(data, range(1, 16, 2))
# %% cell
train_dl, val_dl = loaders(4)
# %% mended
plain_ds = torchvision.datasets.ImageFolder('leaves', transform=plain)
val_part = torch.utils.data.Subset(plain_ds, val_part.indices)
train_dl, val_dl = loaders(4)
