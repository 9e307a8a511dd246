# rule: loaders.datasets_for_loaders
# source: constructed
# says: \*both
# %% before
from fastai.vision.all import *
x, y = torch.rand(12, 4), torch.arange(12)
both = [DataLoader(list(zip(x, y)), bs=4), DataLoader(list(zip(x, y)), bs=4)]
# %% fails
dls = DataLoaders(both)
xb, yb = dls.one_batch()
# %% mended
dls = DataLoaders(*both)
xb, yb = dls.one_batch()
