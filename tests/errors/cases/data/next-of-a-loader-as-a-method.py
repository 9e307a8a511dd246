# rule: loaders.next_as_method
# source: https://github.com/patrickloeber/pytorchTutorial/issues/22
# says: next\(iter\(train_dl\)\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
train_dl = DataLoader(TensorDataset(torch.rand(8, 2), torch.rand(8)), batch_size=4)
# %% fails
xb, yb = train_dl.next()
# %% mended
xb, yb = next(iter(train_dl))
