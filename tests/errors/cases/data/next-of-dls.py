# rule: loaders.next_of_a_loader
# source: constructed
# says: next\(iter\(dls\.train\)\)
# %% before
from fastai.vision.all import *
x, y = torch.rand(8, 4), torch.arange(8)
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=4, num_workers=0)
# %% fails
xb, yb = next(dls)
# %% mended
xb, yb = next(iter(dls.train))
