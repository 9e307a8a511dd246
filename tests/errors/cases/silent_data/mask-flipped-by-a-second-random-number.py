# notice: pairs_apart.flipped_apart
# source: constructed
# says: two\s+draws
# says: under\s+one\s+if\s+random\.random\(\)\s+>\s+0\.5:
# %% before
import torch, random
from torch.utils.data import Dataset, DataLoader
import torchvision.transforms as T
import torchvision.transforms.functional as TF
pics, segs = torch.rand(8, 3, 20, 20), (torch.rand(8, 1, 20, 20) > 0.7).long()
turn = T.Compose([T.RandomRotation(30), T.RandomCrop(16)])
class Cells(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i):
        img, mask = pics[i], segs[i]
        if random.random() > 0.5: img = TF.hflip(img)
        if random.random() > 0.5: mask = TF.hflip(mask)
        return img, mask
# %% cell
xb, yb = next(iter(DataLoader(Cells(), batch_size=4)))
loader = DataLoader(Cells(), batch_size=2)
# %% mended
class Cells(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i):
        img, mask = pics[i], segs[i]
        if random.random() > 0.5:
            img = TF.hflip(img)
            mask = TF.hflip(mask)
        return img, mask
loader = DataLoader(Cells(), batch_size=2)
