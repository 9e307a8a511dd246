# rule: samplers.beside_shuffle
# source: https://discuss.pytorch.org/t/sampler-option-is-mutually-exclusive-with-shuffle/85297
# says: already\s+decides
# says: loader = DataLoader\(birds, 4, sampler=balanced\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler
birds = TensorDataset(torch.randn(12, 2), torch.tensor([0] * 9 + [1] * 3))
# %% fails
balanced = WeightedRandomSampler(torch.tensor([1.0] * 9 + [3.0] * 3), 12)
loader = DataLoader(birds, 4, sampler=balanced, shuffle=True)
# %% mended
balanced = WeightedRandomSampler(torch.tensor([1.0] * 9 + [3.0] * 3), 12)
loader = DataLoader(birds, 4, sampler=balanced)
