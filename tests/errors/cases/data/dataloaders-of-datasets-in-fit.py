# rule: loaders.datasets_for_loaders
# source: constructed
# says: from_dsets
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
train_ds = TensorDataset(torch.rand(80, 4), torch.randint(0, 2, (80,)))
valid_ds = TensorDataset(torch.rand(20, 4), torch.randint(0, 2, (20,)))
# %% fails
dls = DataLoaders(train_ds, valid_ds)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% mended
dls = DataLoaders.from_dsets(train_ds, valid_ds, bs=64)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
