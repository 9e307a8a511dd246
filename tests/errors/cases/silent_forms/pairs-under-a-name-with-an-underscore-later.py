# notice: pairs_apart.flipped_apart
# source: constructed
# %% before
import torch, torchvision
from torchvision import transforms as T
from torch.utils.data import Dataset, DataLoader
class Pairs(Dataset):
    def picture(self, i): return torch.randn(3, 8, 8)
    def __len__(self): return 8
    def __getitem__(self, i):
        image, mask = self.picture(i), torch.zeros(1, 8, 8)
        return flip(image), flip(mask)
ds_of = lambda: Pairs()
flip = T.RandomHorizontalFlip()
# %% cell
_ds = ds_of()
xb, yb = _ds[0]
