# rule: tables_in_batches.series_in_batch
# source: https://discuss.pytorch.org
# says: return x, self.table\[self.table.leaf == i\]\['tree'\].iloc\[0\]
# says: Leaves
# %% before
import torch, pandas as pd

table = pd.DataFrame({"leaf": range(8), "tree": [0, 1] * 4})


# %% fails
class Leaves(torch.utils.data.Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        x = torch.rand(3)
        return x, self.table[self.table.leaf == i]["tree"]


next(iter(torch.utils.data.DataLoader(Leaves(table), batch_size=2)))


# %% mended
class Leaves(torch.utils.data.Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        x = torch.rand(3)
        return x, self.table[self.table.leaf == i]["tree"].iloc[0]


next(iter(torch.utils.data.DataLoader(Leaves(table), batch_size=2)))
