# notice: pictures.pixels_cut_in_a_dataset
# source: constructed
# says: In __getitem__ of Digits: self.pictures\[i\] // 255
# says: self.pictures\[i\] / 255
# %% before
import numpy as np, torch
from torch.utils.data import Dataset, DataLoader
draw = np.random.default_rng(1)
raw = draw.integers(0, 256, (40, 16, 16)).astype(np.uint8)
kinds = draw.integers(0, 10, 40)
# %% cell
class Digits(Dataset):
    def __init__(self, pictures, kinds): self.pictures, self.kinds = pictures, kinds
    def __len__(self): return len(self.pictures)
    def __getitem__(self, i): return torch.from_numpy(self.pictures[i] // 255).float(), int(self.kinds[i])
digits = Digits(raw, kinds)
next(iter(DataLoader(digits, 8)))[0].mean()
# %% mended
class Digits(Dataset):
    def __init__(self, pictures, kinds): self.pictures, self.kinds = pictures, kinds
    def __len__(self): return len(self.pictures)
    def __getitem__(self, i): return torch.from_numpy(self.pictures[i] / 255).float(), int(self.kinds[i])
digits = Digits(raw, kinds)
next(iter(DataLoader(digits, 8)))[0].mean()
