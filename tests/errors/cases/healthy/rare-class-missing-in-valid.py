# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
flat = torch.rand(100, 6)
kinds = torch.zeros(100).long(); kinds[3] = 1; kinds[40] = 1
# %% cell
pairs = list(zip(flat, kinds))
dls = DataLoaders.from_dsets(pairs[:80], pairs[80:], bs=10, num_workers=0)
