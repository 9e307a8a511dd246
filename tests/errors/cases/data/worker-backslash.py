# rule: paths.backslashes
# source: https://github.com/siddhartamukherjee/NEU-DET-Steel-Surface-Defect-Detection/issues/7
# says: backslash
# says: img = Image\.open\(Path\(self\.root\)/self\.names\[idx\]\)
# %% before
from pathlib import Path
from PIL import Image
Path('annotations').mkdir()
for i in range(4): Image.new('RGB', (40, 40)).save(f'annotations/rolled_{i}.jpg')
import torch
from torch.utils.data import Dataset, DataLoader
from torchvision.transforms import ToTensor
# %% fails
class NEUDataset(Dataset):
    def __init__(self, root, names): self.root, self.names = root, names
    def __len__(self): return len(self.names)
    def __getitem__(self, idx):
        img = Image.open(self.root + '\\' + self.names[idx])
        return ToTensor()(img)

dl = DataLoader(NEUDataset('annotations', [f'rolled_{i}.jpg' for i in range(4)]), batch_size=2, num_workers=1)
for xb in dl: print(xb.shape)
# %% mended
class NEUDataset(Dataset):
    def __init__(self, root, names): self.root, self.names = root, names
    def __len__(self): return len(self.names)
    def __getitem__(self, idx):
        img = Image.open(Path(self.root)/self.names[idx])
        return ToTensor()(img)

dl = DataLoader(NEUDataset('annotations', [f'rolled_{i}.jpg' for i in range(4)]), batch_size=2, num_workers=1)
for xb in dl: print(xb.shape)
