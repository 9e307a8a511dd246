# rule: groups_given.groups_are_generators
# source: https://github.com/airctic/icevision/issues/582
# says: returns\s+generators
# says: return \[params\(m\.body\), params\(m\.head\)\]
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.head = nn.Linear(4, 6), nn.Linear(6, 3)
    def forward(self, x): return self.head(self.body(x))
def groups(m): return [m.body.parameters(), m.head.parameters()]
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat(), splitter=groups)
# %% fails
learn.freeze()
# %% mended
def groups(m): return [params(m.body), params(m.head)]
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat(), splitter=groups)
learn.freeze()
