# notice: none
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
losses = torch.rand(9); dists = np.random.rand(9); scores = torch.rand(9)
runs = pd.DataFrame({"score": [1, 2, 3], "rmse": [3, 2, 1]})
# %% cell
best = losses.argsort()[:3]
best_match = np.argsort(dists)[:3]
top = scores.argsort(descending=True)[:3]
worst = scores.argsort()[:3]
best_runs = runs.sort_values('rmse').head(2)
top2 = scores.argsort()[-2:]
best3 = np.argsort(-scores.numpy())[:3]
