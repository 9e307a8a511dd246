# rule: datasets.label_in_place_of_position
# source: https://stackoverflow.com/questions/61920957/keyerror-when-enumerating-over-dataloader
# says: \.iloc\[i\]
# says: reset_index\(drop=True\)
# %% before
import pandas as pd
import torch
from torch.utils.data import DataLoader, Dataset

wines = pd.DataFrame({"acid": [float(n) for n in range(30)], "good": [n % 2 for n in range(30)]})
kept = wines[wines.acid > 9]
# %% fails
class Wines(Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        acid = torch.tensor([self.table["acid"][i]])
        good = self.table["good"][i]
        return acid, good


for acids, goods in DataLoader(Wines(kept), batch_size=5, num_workers=1):
    print(acids.shape)
# %% mended
class Wines(Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        acid = torch.tensor([self.table["acid"].iloc[i]])
        good = self.table["good"].iloc[i]
        return acid, good


for acids, goods in DataLoader(Wines(kept), batch_size=5, num_workers=1):
    print(acids.shape)
