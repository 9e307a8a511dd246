# rule: losses_codes.class_below_zero
# source: https://discuss.pytorch.org
# says: 4 missing values
# says: \.cat\.codes
# says: rocks = rocks.dropna\(subset=\['mineral'\]\)
# %% before
import torch, torch.nn as nn, pandas as pd, numpy as np
from torch.nn import functional as F

rocks = pd.DataFrame({"hard": np.random.rand(12), "mineral": ["quartz", "mica", None] * 4})
net = nn.Linear(1, 2)
# %% fails
rocks["number"] = rocks.mineral.astype("category").cat.codes
yb = torch.tensor(rocks.number.values).long()
xb = torch.tensor(rocks[["hard"]].values).float()
loss = F.cross_entropy(net(xb), yb)
# %% mended
rocks = rocks.dropna(subset=["mineral"]).reset_index(drop=True)
rocks["number"] = rocks.mineral.astype("category").cat.codes
yb = torch.tensor(rocks.number.values).long()
xb = torch.tensor(rocks[["hard"]].values).float()
loss = F.cross_entropy(net(xb), yb)
