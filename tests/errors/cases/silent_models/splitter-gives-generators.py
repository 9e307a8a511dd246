# notice: groups.splitter_gives_layers
# source: constructed
# says: returns\s+generators
# says: params\(m\.body\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))
# %% cell
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(),
                splitter=lambda m: [m[0].parameters(), m[2].parameters()])
learn.fit(1)
# %% mended
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(),
                splitter=lambda m: [params(m[0]), params(m[2])])
learn.fit(1)
