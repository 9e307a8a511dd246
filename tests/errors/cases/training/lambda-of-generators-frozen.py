# rule: groups_given.groups_are_generators
# source: constructed
# says: splitter=lambda m: \[params\(m\[0\]\), params\(m\[2\]\)\]
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))
# %% fails
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(),
                splitter=lambda m: [m[0].parameters(), m[2].parameters()])
learn.freeze()
# %% mended
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(),
                splitter=lambda m: [params(m[0]), params(m[2])])
learn.freeze()
