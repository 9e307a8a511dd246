# notice: none
# source: constructed
# %% before
import torch, random
from torch.utils.data import Dataset, DataLoader
import torchvision.transforms as T
import torchvision.transforms.functional as TF
pics, segs = torch.rand(8, 3, 20, 20), (torch.rand(8, 1, 20, 20) > 0.7).long()
turn = T.Compose([T.RandomRotation(30), T.RandomCrop(16)])
class Views(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i): return turn(pics[i]), turn(pics[i])
class Siamese(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i): return turn(pics[i]), turn(pics[-i]), 0
class Together(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i):
        both = turn(torch.cat([pics[i], segs[i]]))
        return both[:3], both[3:].long()
class Seeded(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i):
        seed = random.randrange(2**31)
        torch.manual_seed(seed); img = turn(pics[i])
        torch.manual_seed(seed); mask = turn(segs[i])
        return img, mask
resize = T.Resize(10)
class Resized(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i): return resize(pics[i]), resize(segs[i])
# %% cell
views, siamese, together, seeded, resized = [DataLoader(one(), batch_size=4) for one in (Views, Siamese, Together, Seeded, Resized)]
views_ds, pair_ds, cat_ds, seeded_ds, small_ds = Views(), Siamese(), Together(), Seeded(), Resized()
