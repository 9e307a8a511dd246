# rule: datasets.empty_dataset
# source: https://github.com/yunjey/pytorch-tutorial/issues/235
# says: __len__\s+returns\s+0
# says: len\(self\.files\)
# %% before
from torch.utils.data import Dataset, DataLoader
# %% fails
class MyData(Dataset):
    def __init__(self, files):
        self.files = files
    def __len__(self):
        return 0
    def __getitem__(self, i):
        return self.files[i]
dl = DataLoader(MyData(['a', 'b', 'c']), batch_size=2, shuffle=True)
# %% mended
class MyData(Dataset):
    def __init__(self, files):
        self.files = files
    def __len__(self):
        return len(self.files)
    def __getitem__(self, i):
        return self.files[i]
dl = DataLoader(MyData(['a', 'b', 'c']), batch_size=2, shuffle=True)
