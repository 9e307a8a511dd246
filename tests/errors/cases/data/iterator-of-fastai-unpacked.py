# rule: loaders_unpacked.iterator_unpacked
# source: constructed
# says: xb, yb = next\(batches\)
# %% before
from fastai.vision.all import *

pairs = list(zip(torch.randn(40, 3), torch.randint(0, 2, (40,))))
dls = DataLoaders.from_dsets(pairs, pairs[:8], bs=8, num_workers=0)
batches = iter(dls.train)
# %% fails
xb, yb = batches
# %% mended
batches = iter(dls.train)
xb, yb = next(batches)
