# rule: loaders.next_as_method
# source: https://stackoverflow.com/questions/74289077
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
