# rule: datasets.tensors_for_dataset
# source: constructed
# says: TensorDataset\(torch\.tensor\(x\), torch\.tensor\(y\)\)
# %% before
import torch, numpy as np
from torch.utils.data import TensorDataset
x, y = np.random.rand(8, 4), np.arange(8)
# %% fails
ds = TensorDataset(x, y)
# %% mended
ds = TensorDataset(torch.tensor(x), torch.tensor(y))
