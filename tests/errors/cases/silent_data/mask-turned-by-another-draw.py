# notice: pairs_apart.flipped_apart
# source: constructed
# says: turn\(mask\)
# says: state\s+=\s+torch\.get_rng_state\(\)\s+above
# says: torch\.set_rng_state\(state\)\s+above
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
        image, mask = pics[i], segs[i]
        image = turn(image)
        mask = turn(mask)
        return image, mask
# %% cell
train_ds = Cells()
train_dl = DataLoader(train_ds, batch_size=4)
# %% mended
class Cells(Dataset):
    def __len__(self): return len(pics)
    def __getitem__(self, i):
        image, mask = pics[i], segs[i]
        state = torch.get_rng_state()
        image = turn(image)
        torch.set_rng_state(state)
        mask = turn(mask)
        return image, mask
train_ds = Cells()
train_dl = DataLoader(train_ds, batch_size=4)
