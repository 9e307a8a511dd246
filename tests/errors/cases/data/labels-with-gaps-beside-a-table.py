# rule: datasets.label_in_place_of_position
# source: https://stackoverflow.com/questions/60493484 (a data set of a shuffled frame)
# says: self\.targets\[i\]
# says: gaps
# says: self\.targets\.iloc\[i\]
# %% before
import pandas as pd
import torch
from torch.utils.data import DataLoader, Dataset

houses = pd.DataFrame({"size": [50.0, 80.0, 20.0, 120.0, 90.0, 60.0], "price": [1.0, 2.0, 0.5, 3.0, 2.5, 1.2]})
big = houses[houses["size"] > 55]
# %% fails
class Houses(Dataset):
    def __init__(self, table):
        self.inputs = table[["size"]]
        self.targets = table["price"]

    def __len__(self):
        return len(self.targets)

    def __getitem__(self, i):
        row = self.inputs.iloc[i]
        return torch.tensor(row.values), torch.tensor(self.targets[i])


xb, yb = next(iter(DataLoader(Houses(big), batch_size=2)))
# %% mended
class Houses(Dataset):
    def __init__(self, table):
        self.inputs = table[["size"]]
        self.targets = table["price"]

    def __len__(self):
        return len(self.targets)

    def __getitem__(self, i):
        row = self.inputs.iloc[i]
        return torch.tensor(row.values), torch.tensor(self.targets.iloc[i])


xb, yb = next(iter(DataLoader(Houses(big), batch_size=2)))
