# rule: loaders_workers.workers_wanted
# source: https://github.com/pytorch/pytorch/issues/48370
# says: num_workers
# says: DataLoader\(birds, batch_size=8, num_workers=workers\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset

birds = TensorDataset(torch.rand(24, 2), torch.zeros(24))
workers = 0
# %% fails
dl = DataLoader(birds, batch_size=8, num_workers=workers, persistent_workers=True)
# %% mended
dl = DataLoader(birds, batch_size=8, num_workers=workers)
print(len(dl))
