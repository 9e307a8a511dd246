# notice: training.diverged
# source: constructed
# says: not\s+of\s+the\s+learning\s+rate
# says: flat\s+holds\s+nan
# says: Make\s+flat\s+anew
# %% before
from fastai.basics import *
pictures = torch.rand(40, 6); pictures[:, 0] = 1.
kinds = torch.arange(40) % 2
# %% before
flat = pictures.clone()
flat = (flat - flat.mean(0)) / flat.std(0)
items = list(zip(flat, kinds))
dls = DataLoaders.from_dsets(items[:30], items[30:], bs=10, num_workers=0)
learn = Learner(dls, nn.Linear(6, 2), loss_func=CrossEntropyLossFlat())
# %% cell
learn.fit(1, 1e-2)
# %% mended
flat = pictures.clone()
flat = (flat - flat.mean(0)) / (flat.std(0) + 1e-6)
items = list(zip(flat, kinds))
dls = DataLoaders.from_dsets(items[:30], items[30:], bs=10, num_workers=0)
learn = Learner(dls, nn.Linear(6, 2), loss_func=CrossEntropyLossFlat())
learn.fit(1, 1e-2)
