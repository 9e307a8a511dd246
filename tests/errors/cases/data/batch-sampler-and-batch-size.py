# rule: samplers.beside_shuffle
# source: constructed
# says: batch_sampler
# says: Leave\s+out\s+batch_size
# %% before
import torch
from torch.utils.data import BatchSampler, DataLoader, SequentialSampler, TensorDataset
birds = TensorDataset(torch.randn(12, 2))
# %% fails
loader = DataLoader(birds, batch_size=4, batch_sampler=BatchSampler(SequentialSampler(birds), 4, False))
# %% mended
loader = DataLoader(birds, batch_sampler=BatchSampler(SequentialSampler(birds), 4, False))
