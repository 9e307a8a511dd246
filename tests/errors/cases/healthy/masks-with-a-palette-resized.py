# notice: none
# source: constructed
# %% before
import numpy as np, torch
from PIL import Image
from pathlib import Path
from torch.utils.data import Dataset, DataLoader
Path('m').mkdir()
for i in range(4):
    m = np.zeros((60, 60), dtype=np.uint8); m[11:40, 7 + i:49] = 5; Image.fromarray(m).save(f'm/{i}.png')
for i in range(4):
    p = Image.open(f'm/{i}.png').convert('P'); p.putpalette([0, 0, 0, 9, 9, 9] * 20); p.save(f'm/{i}.png')
class Fields(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i):
        mask = Image.open(f'm/{i}.png').resize((33, 33), Image.BILINEAR)
        return torch.rand(3, 33, 33), torch.tensor(np.array(mask)).long()
# %% cell
train_dl = DataLoader(Fields(), batch_size=2)
xb, yb = next(iter(train_dl))
yb.unique()
