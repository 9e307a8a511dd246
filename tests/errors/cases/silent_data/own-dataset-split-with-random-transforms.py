# notice: augmented.valid_shares_transforms
# source: constructed
# says: test_set shares everything
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
class Leaves(torch.utils.data.Dataset):
    def __init__(self, transform=None): self.files, self.transform = sorted(Path('leaves').rglob('*.png')), transform
    def __len__(self): return len(self.files)
    def __getitem__(self, i):
        img = Image.open(self.files[i])
        if self.transform is not None: img = self.transform(img)
        return img, int(self.files[i].parent.name == 'oak')
# %% cell
everything = Leaves(transform=aug)
train_set, test_set = random_split(everything, [12, 4])
train_loader = DataLoader(train_set, batch_size=4, shuffle=True)
test_loader = DataLoader(test_set, batch_size=4)
# %% mended
everything = Leaves(transform=aug)
train_set, test_set = random_split(everything, [12, 4])
plain_ds = Leaves(transform=plain)
test_set = torch.utils.data.Subset(plain_ds, test_set.indices)
train_loader = DataLoader(train_set, batch_size=4, shuffle=True)
test_loader = DataLoader(test_set, batch_size=4)
