# rule: fastai1.name_of_fastai1
# source: constructed
# says: DataLoaders\.from_dsets\(first, second, bs=4\)
# %% before
from fastai.vision.all import *

xs = torch.rand(24, 3)
ys = (xs.sum(1) > 1.5).long()
first, second = list(zip(xs[:16], ys[:16])), list(zip(xs[16:], ys[16:]))
# %% fails
bunch = DataBunch.create(train_ds=first, valid_ds=second, bs=4)
# %% mended
bunch = DataLoaders.from_dsets(first, second, bs=4)
