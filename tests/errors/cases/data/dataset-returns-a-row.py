# rule: tables_in_batches.series_in_batch
# source: https://discuss.pytorch.org
# says: torch.tensor\(self.table.iloc\[i\]\.to_numpy\(dtype='float32'\)\)
# %% before
import torch, pandas as pd

table = pd.DataFrame({"width": [1.0, 2.0, 3.0, 4.0], "height": [0, 1, 2, 3]})


# %% fails
class Leaves(torch.utils.data.Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        return self.table.iloc[i], i


next(iter(torch.utils.data.DataLoader(Leaves(table), batch_size=2)))


# %% mended
class Leaves(torch.utils.data.Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        return torch.tensor(self.table.iloc[i].to_numpy(dtype="float32")), i


next(iter(torch.utils.data.DataLoader(Leaves(table), batch_size=2)))
