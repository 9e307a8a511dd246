# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
rows = torch.randn(64, 4); heights = rows.sum(1)
items = list(zip(rows, heights))
dls = DataLoaders.from_dsets(items[:48], items[48:], bs=12, num_workers=0)
# %% cell
def squares(outputs, targets): return ((outputs[:, 0] - targets)**2).mean()
def flat(outputs, targets):
    outputs = outputs.view(-1)
    return (outputs - targets).abs().mean()
learn = Learner(dls, nn.Linear(4, 1), loss_func=squares)
learn.fit(1)
learn2 = Learner(dls, nn.Linear(4, 1), loss_func=flat)
learn2.fit(1)
