# rule: losses_codes.class_below_zero
# source: https://discuss.pytorch.org
# says: cat\.codes
# says: rocks = rocks\[rocks\['mineral'\] != -1\]
# %% before
import torch, torch.nn as nn, pandas as pd, numpy as np
from torch.nn import functional as F

rocks = pd.DataFrame({"hard": np.random.rand(12), "mineral": ["quartz", "mica", None] * 4})
net = nn.Linear(1, 2)
# %% fails
for col in ["mineral"]:
    rocks[col] = rocks[col].astype("category").cat.codes
xb = torch.tensor(rocks[["hard"]].values).float()
yb = torch.tensor(rocks["mineral"].values).long()
F.cross_entropy(net(xb), yb)
# %% mended
for col in ["mineral"]:
    rocks[col] = rocks[col].astype("category").cat.codes
rocks = rocks[rocks["mineral"] != -1].reset_index(drop=True)
xb = torch.tensor(rocks[["hard"]].values).float()
yb = torch.tensor(rocks["mineral"].values).long()
F.cross_entropy(net(xb), yb)
