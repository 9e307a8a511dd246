# rule: losses_codes.class_below_zero
# source: https://discuss.pytorch.org
# says: -1 and 1
# says: \(yb > 0\)\.long\(\)
# %% before
import torch, torch.nn as nn, pandas as pd, numpy as np
from torch.nn import functional as F

rocks = pd.DataFrame({"hard": np.random.rand(12), "mineral": ["quartz", "mica", None] * 4})
net = nn.Linear(1, 2)
# %% fails
yb = torch.tensor([1, -1, -1, 1])
loss = F.cross_entropy(net(torch.rand(4, 1)), yb)
# %% mended
yb = torch.tensor([1, -1, -1, 1])
F.cross_entropy(net(torch.rand(4, 1)), (yb > 0).long())
