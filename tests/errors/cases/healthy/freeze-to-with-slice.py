# notice: none
# source: fastbook, chapter 10
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)

model = nn.Sequential(nn.Sequential(nn.Linear(4, 8), nn.ReLU()), nn.Sequential(nn.Linear(8, 8), nn.ReLU()), nn.Linear(8, 2))
def groups(m): return [params(m[0]), params(m[1]), params(m[2])]
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), splitter=groups)
# %% cell
learn.freeze_to(-2)
learn.fit_one_cycle(1, slice(1e-3/(2.6**4), 1e-2))
