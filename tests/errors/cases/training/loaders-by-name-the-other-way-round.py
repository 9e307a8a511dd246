# rule: arguments_elsewhere.loaders_by_name
# source: constructed
# says: dls = DataLoaders\(tr, va, device='cpu'\)
# %% before
from fastai.basics import *
ds = list(zip(torch.rand(24, 4), torch.randint(0, 3, (24,))))
tr, va = DataLoader(ds, bs=8), DataLoader(ds, bs=8)
# %% fails
dls = DataLoaders(valid=va, train=tr, device='cpu')
# %% mended
dls = DataLoaders(tr, va, device='cpu')
