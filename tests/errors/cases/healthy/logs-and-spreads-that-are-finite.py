# notice: none
# source: constructed
# %% before
import torch
import numpy as np
import pandas as pd
p = torch.tensor([0.25, 0.75, 0.0]); x = torch.rand(30, 3)
seen = torch.tensor([1.0, 0.0, 1.0])
gaps = pd.DataFrame({"a": [1.0, 2.0, 4.0], "b": [np.nan] * 3})
# %% cell
entropy = -(p * (p + 1e-9).log()).sum()
mask = seen.log()
scores = torch.rand(3) + mask
best = scores.max()
norm = (x - x.mean(0)) / x.std(0)
table = (gaps - gaps.mean()) / gaps.std()
