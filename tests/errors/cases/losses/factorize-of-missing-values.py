# rule: losses_codes.class_below_zero
# source: https://discuss.pytorch.org
# says: pd\.factorize
# says: dropna\(subset=\['mineral'\]\)
# %% before
import torch, torch.nn as nn, pandas as pd, numpy as np
from torch.nn import functional as F

rocks = pd.DataFrame({"hard": np.random.rand(12), "mineral": ["quartz", "mica", None] * 4})
net = nn.Linear(1, 2)
# %% fails
codes, names = pd.factorize(rocks["mineral"])
xb = torch.tensor(rocks[["hard"]].values).float()
loss = nn.CrossEntropyLoss()(net(xb), torch.tensor(codes))
# %% mended
rocks = rocks.dropna(subset=["mineral"]).reset_index(drop=True)
codes, names = pd.factorize(rocks["mineral"])
xb = torch.tensor(rocks[["hard"]].values).float()
loss = nn.CrossEntropyLoss()(net(xb), torch.tensor(codes))
