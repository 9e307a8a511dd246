# notice: numbered_datasets.numbered_by_each
# source: constructed
# %% before
import torch
from torch.utils.data import Dataset
class Fruit(Dataset):
    def __init__(self, names):
        self.names = names
        self.c2i = {one: n for n, one in enumerate(sorted(set(names)))}
    def __len__(self): return len(self.names)
    def __getitem__(self, i): return self.c2i[self.names[i]]
# %% cell
TRAIN_DS = Fruit(["apple", "pear", "plum"])
TEST_DS = Fruit(["pear", "plum"])
