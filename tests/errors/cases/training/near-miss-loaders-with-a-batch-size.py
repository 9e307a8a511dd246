# rule: not arguments_elsewhere.loaders_by_name
# source: constructed
# %% before
from fastai.basics import *
ds = list(zip(torch.rand(24, 4), torch.randint(0, 3, (24,))))
# %% fails
dls = DataLoaders(DataLoader(ds, bs=8), DataLoader(ds, bs=8), bs=8)
