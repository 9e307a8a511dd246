# rule: datasets.label_in_place_of_position
# source: https://discuss.pytorch.org/t/keyerror-when-enumerating-over-dataloader/54210
# says: iloc
# says: index
# %% before
import torch, pandas as pd
from torch.utils.data import DataLoader, Dataset
from sklearn.model_selection import train_test_split
df = pd.DataFrame({'x': range(20), 'y': [0, 1] * 10})
train, valid = train_test_split(df, test_size=0.2, random_state=1)
# %% fails
class Rows(Dataset):
    def __init__(self, df): self.x, self.y = torch.tensor(df.x.values), df.y
    def __len__(self): return len(self.y)
    def __getitem__(self, idx): return self.x[idx], self.y[idx]

for xb, yb in DataLoader(Rows(train), batch_size=8): print(yb)
# %% mended
class Rows(Dataset):
    def __init__(self, df): self.x, self.y = torch.tensor(df.x.values), df.y
    def __len__(self): return len(self.y)
    def __getitem__(self, idx): return self.x[idx], self.y.iloc[idx]

for xb, yb in DataLoader(Rows(train), batch_size=8): print(yb)
