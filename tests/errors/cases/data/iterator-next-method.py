# rule: loaders.next_as_method
# source: https://github.com/pytorch/pytorch (DataLoader iterator has no attribute next)
# says: next\(dataiter\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 4), torch.arange(8)), batch_size=2)
# %% fails
dataiter = iter(dl)
images, labels = dataiter.next()
# %% mended
dataiter = iter(dl)
images, labels = next(dataiter)
