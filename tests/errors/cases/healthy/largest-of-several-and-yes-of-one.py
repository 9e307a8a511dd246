# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.rand(60, 4); y = (x.sum(1) > 2)
one = list(zip(x, y.float()[:, None])); two = list(zip(x, y.long()))
dls = DataLoaders.from_dsets(one[:40], one[40:], bs=8, num_workers=0)
dls2 = DataLoaders.from_dsets(two[:40], two[40:], bs=8, num_workers=0)
# %% cell
first = Learner(dls, nn.Linear(4, 1), loss_func=nn.BCEWithLogitsLoss(), metrics=accuracy_multi)
first.fit(1)
second = Learner(dls2, nn.Linear(4, 2), loss_func=F.cross_entropy, metrics=accuracy)
second.fit(1)
net = nn.Linear(4, 3)
out = net(x)
best, place = out.max(1)
answers = out.argmax(1)
highest = nn.Linear(4, 1)(x).max(0)
