# rule: conversions.of_a_table
# source: https://github.com/ShusenTang/Dive-into-DL-PyTorch/issues/187
# says: bool\s+and\s+float64
# says: astype\('float32'\)
# %% before
import pandas as pd, torch
houses = pd.get_dummies(pd.DataFrame({'area': [1.0, 2.0, 3.0], 'zone': ['A', 'B', 'A']}))
n_train = 2
# %% fails
train = torch.tensor(houses[:n_train].values, dtype=torch.float)
# %% mended
train = torch.tensor(houses[:n_train].astype('float32').values)
