# notice: numbered_datasets.numbered_by_each
# source: constructed
# says: 'poodle' is 2 in\s+train_ds.classes and 0 in valid_ds.classes
# %% before
import torch, pandas as pd
from torch.utils.data import Dataset
dogs = pd.DataFrame({'height': [30., 60., 40., 41., 62., 29.], 'breed': ['beagle', 'collie', 'poodle', 'poodle', 'collie', 'beagle']})
train_df, valid_df = dogs[:3], dogs[3:]
# %% cell
class Dogs(Dataset):
    def __init__(self, df):
        self.x = torch.tensor(df[['height']].values)
        self.classes = list(df['breed'].unique())
        self.y = torch.tensor([self.classes.index(one) for one in df['breed']])
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i], self.y[i]
train_ds, valid_ds = Dogs(train_df), Dogs(valid_df)
# %% mended
class Dogs(Dataset):
    def __init__(self, df, classes):
        self.x = torch.tensor(df[['height']].values)
        self.classes = classes
        self.y = torch.tensor([self.classes.index(one) for one in df['breed']])
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i], self.y[i]
breeds = sorted(dogs['breed'].unique())
train_ds, valid_ds = Dogs(train_df, breeds), Dogs(valid_df, breeds)
