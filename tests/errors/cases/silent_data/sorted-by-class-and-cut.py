# notice: splits.one_class_in_valid
# source: constructed
# says: 20 items
# says: class 1
# says: sorted
# says: randperm
# %% before
from fastai.vision.all import *
flat = torch.rand(100, 6)
kinds = torch.cat([torch.zeros(50), torch.ones(50)]).long()
# %% cell
pairs = list(zip(flat, kinds))
dls = DataLoaders.from_dsets(pairs[:80], pairs[80:], bs=10, num_workers=0)
# %% mended
idx = torch.randperm(len(flat))
pairs = list(zip(flat[idx], kinds[idx]))
dls = DataLoaders.from_dsets(pairs[:80], pairs[80:], bs=10, num_workers=0)
