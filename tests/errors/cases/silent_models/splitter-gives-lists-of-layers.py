# notice: groups.splitter_gives_layers
# source: constructed
# says: changed\s+no\s+weight
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), splitter=lambda m: [[m[0], m[1]], [m[2]]])
# %% cell
learn.fit(2)
