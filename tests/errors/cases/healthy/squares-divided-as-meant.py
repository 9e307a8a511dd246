# notice: none
# source: constructed
# %% before
import torch, numpy as np
def softmax(x):
    e = torch.exp(x - x.max(-1, keepdim=True).values)
    return e / e.sum(-1, keepdim=True)
def by_columns(x): return x / x.sum(0)
def last(x): return torch.exp(x) / torch.exp(x).sum(-1).unsqueeze(-1)
def one_row(x): return x / x.sum(-1)
# %% cell
acts = torch.randn(9, 9)
probs, shares, more = softmax(acts), by_columns(acts.exp()), last(acts)
row = one_row(acts[0].exp())
near = torch.exp(-torch.cdist(acts, acts))
walk = near / near.sum(1)
links = (acts > 0).float()
ranks = links.T / links.sum(1)
centred = acts - acts.mean(1)[:, None]
norm = acts / acts.norm()
share = acts.exp() / acts.exp().sum()
rows = np.random.rand(5, 5)
kept = rows - rows.mean(axis=0)
