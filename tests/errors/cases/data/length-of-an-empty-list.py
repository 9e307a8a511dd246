# rule: datasets.empty_dataset
# source: constructed
# says: holds\s+nothing
# %% before
from torch.utils.data import Dataset, DataLoader
class MyData(Dataset):
    def __init__(self, files):
        self.files = files
    def __len__(self):
        return len(self.files)
    def __getitem__(self, i):
        return self.files[i]
# %% fails
dl = DataLoader(MyData([]), batch_size=2, shuffle=True)
