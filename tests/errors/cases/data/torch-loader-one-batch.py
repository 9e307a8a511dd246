# rule: loaders.not_fastais_loader
# source: constructed
# says: PyTorch's DataLoader
# says: next\(iter\(dl\)\)
# %% before
from fastai.vision.all import *
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 4), torch.arange(8)), batch_size=2)
# %% fails
xb, yb = dl.one_batch()
# %% mended
xb, yb = next(iter(dl))
