# rule: datasets.class_for_a_dataset
# source: constructed
# says: Squares\(…\)
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
class Squares(Dataset):
    def __len__(self): return 8
    def __getitem__(self, i): return torch.tensor(i * i)
# %% fails
dl = DataLoader(Squares, batch_size=4, shuffle=True)
# %% mended
dl = DataLoader(Squares(), batch_size=4, shuffle=True)
