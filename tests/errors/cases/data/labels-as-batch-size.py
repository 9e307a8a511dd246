# rule: loaders.labels_for_batch_size
# source: constructed
# says: TensorDataset\(x, y\)
# says: batch_size
# %% before
import torch
from torch.utils.data import DataLoader
x, y = torch.rand(8, 4), torch.arange(8)
# %% fails
dl = DataLoader(x, y, shuffle=True)
# %% mended
from torch.utils.data import TensorDataset
dl = DataLoader(TensorDataset(x, y), shuffle=True)
