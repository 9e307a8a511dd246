# rule: arguments_elsewhere.loaders_by_name
# source: https://github.com/fastai/fastai/issues/2328
# says: data = DataLoaders\(train_dl, val_dl\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
ds = list(zip(X, y))
train_dl, val_dl = DataLoader(ds, bs=8), DataLoader(ds, bs=8)
# %% fails
data = DataLoaders(train_dl=train_dl, valid_dl=val_dl)
# %% mended
data = DataLoaders(train_dl, val_dl)
