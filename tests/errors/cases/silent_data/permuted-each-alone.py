# notice: shuffles.shuffled_apart
# source: constructed
# says: the\s+same\s+order\s+for\s+both
# says: randperm\(len\(x\)\)
# %% before
import torch, numpy as np
x = torch.rand(40, 3); y = torch.arange(40)
# %% cell
x = x[torch.randperm(len(x))]
y = y[torch.randperm(len(y))]
# %% mended
idx = np.random.permutation(len(x)); x, y = x[idx], y[idx]
