# notice: none
# source: constructed
# %% before
import numpy as np, torch
from torch import nn
from sklearn.linear_model import LogisticRegression
rng = np.random.default_rng(1)
table = rng.normal(size=(80, 3)); labels = (table[:, 0] > 1).astype(int)
def out_of_fold(X, y):
    "the classes, as whole numbers"
    found = np.zeros_like(y)
    for k in range(4):
        part = np.arange(k, len(y), 4); rest = np.setdiff1d(np.arange(len(y)), part)
        m = LogisticRegression().fit(X[rest], y[rest])
        found[part] = m.predict_proba(X[part])[:, 1] > 0.5
    return found
def halves(n):
    places = np.zeros(n, dtype=int)
    for i in range(n): places[i] = i / 2
    return places
def masks(net, x):
    out = torch.zeros(len(x), dtype=torch.long)
    out[:] = torch.sigmoid(net(x).squeeze(1)).round()
    return out
def shares(y):
    out = np.zeros_like(y, dtype=float)
    out[:] = np.random.rand(len(y))
    out = (out > 0.99).astype(int)
    return out
# %% cell
classes = out_of_fold(table, labels)
steps = halves(8)
mask = masks(nn.Linear(3, 1), torch.tensor(table, dtype=torch.float32))
few = shares(labels)
counts = np.zeros_like(labels)
for one in labels: counts[one] += 1
classes.sum(), steps, mask.sum(), few.sum()
