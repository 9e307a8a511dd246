# notice: mask_sizes.classes_mixed
# source: constructed
# says: mask\.resize\(\(37, 37\), Image\.NEAREST\)
# %% before
import numpy as np, torch
from PIL import Image
from pathlib import Path
from torch.utils.data import Dataset, DataLoader
Path('m').mkdir()
for i in range(4):
    m = np.zeros((60, 60), dtype=np.uint8); m[11:40, 7 + i:49] = 5; Image.fromarray(m).save(f'm/{i}.png')
class Fields(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i):
        mask = Image.open(f'm/{i}.png')
        mask = mask.resize((37, 37))
        return torch.rand(3, 37, 37), torch.tensor(np.array(mask)).long()
# %% cell
train_dl = DataLoader(Fields(), batch_size=2)
for xb, yb in train_dl: print(yb.unique())
# %% mended
class Fields(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i):
        mask = Image.open(f'm/{i}.png')
        mask = mask.resize((37, 37), Image.NEAREST)
        return torch.rand(3, 37, 37), torch.tensor(np.array(mask)).long()
train_dl = DataLoader(Fields(), batch_size=2)
for xb, yb in train_dl: print(yb.unique())
