# rule: datasets_counted.longer_than_its_lists
# source: constructed
# says: 10\s+items
# says: only\s+8
# %% before
from torch.utils.data import Dataset, DataLoader
names, labels = [f'img_{i}.jpg' for i in range(10)], [0, 1] * 4
class Names(Dataset):
    def __init__(self, names, labels): self.names, self.labels = names, labels
    def __len__(self): return len(self.names)
    def __getitem__(self, i): return self.names[i], self.labels[i]
# %% fails
for n, y in DataLoader(Names(names, labels), batch_size=5, num_workers=1): pass
