# rule: learners_of_torch_loaders.loaders_of_torch
# source: https://github.com/fastai/fastai/issues/3668
# says: learn\.dls = DataLoaders\.from_dsets\(learn\.dls\.train\.dataset, learn\.dls\.valid\.dataset, bs=4\)
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
ds = TensorDataset(torch.randn(16, 4), torch.randint(0, 2, (16,)))
dls = DataLoaders(torch.utils.data.DataLoader(ds, batch_size=4), torch.utils.data.DataLoader(ds, batch_size=4))
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.summary()
# %% mended
learn.dls = DataLoaders.from_dsets(learn.dls.train.dataset, learn.dls.valid.dataset, bs=4)
learn.summary()
