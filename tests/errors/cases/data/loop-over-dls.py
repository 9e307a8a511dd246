# rule: loaders.loader_unpacked
# source: constructed
# says: for xb, yb in dls\.train
# %% before
from fastai.vision.all import *
x, y = torch.rand(12, 4), torch.arange(12)
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=4, num_workers=0)
# %% fails
for xb, yb in dls:
    print(xb.shape)
# %% mended
for xb, yb in dls.train:
    print(xb.shape)
