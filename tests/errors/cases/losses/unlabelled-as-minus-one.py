# rule: losses_codes.class_below_zero
# source: https://discuss.pytorch.org
# says: none
# says: Most likely
# says: F.cross_entropy\(preds\[yb >= 0\], yb\[yb >= 0\]\)
# %% before
import torch, torch.nn as nn, pandas as pd, numpy as np
from torch.nn import functional as F

rocks = pd.DataFrame({"hard": np.random.rand(12), "mineral": ["quartz", "mica", None] * 4})
net = nn.Linear(1, 2)
# %% fails
yb = torch.tensor([1, 0, -1, 1])
preds = net(torch.rand(4, 1))
loss = F.cross_entropy(preds, yb)
# %% mended
yb = torch.tensor([1, 0, -1, 1])
preds = net(torch.rand(4, 1))
loss = F.cross_entropy(preds[yb >= 0], yb[yb >= 0])
