# rule: python_values.beyond_the_end
# source: constructed
# says: from\s+0\s+to\s+9
# %% before
from torch.utils.data import Dataset, DataLoader
names, labels = [f'img_{i}.jpg' for i in range(10)], [0, 1] * 5
class Names(Dataset):
    def __init__(self, names, labels): self.names, self.labels = names, labels
    def __len__(self): return len(self.names)
    def __getitem__(self, i): return self.names[i], self.labels[i]
ds = Names(names, labels)
# %% fails
ds[10]
