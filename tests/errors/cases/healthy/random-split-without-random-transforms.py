# notice: none
# source: constructed
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

# %% cell
full = torchvision.datasets.ImageFolder('leaves', transform=plain)
train_ds, valid_ds = random_split(full, [12, 4])
train_dl, valid_dl = DataLoader(train_ds, batch_size=4, shuffle=True), DataLoader(valid_ds, batch_size=4)
