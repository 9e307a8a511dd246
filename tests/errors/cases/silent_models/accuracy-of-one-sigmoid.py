# notice: one_output.accuracy_of_one_output
# source: constructed
# says: partial\(accuracy_multi,\s+sigmoid=False\)
# %% before
from fastai.vision.all import *
x = torch.rand(60, 4); rows = list(zip(x, (x.sum(1, keepdim=True) > 2).float()))
dls = DataLoaders.from_dsets(rows[:40], rows[40:], bs=8, num_workers=0)
# %% cell
learn = Learner(dls, nn.Sequential(nn.Linear(4, 1), nn.Sigmoid()), loss_func=nn.BCELoss(), metrics=accuracy)
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Sequential(nn.Linear(4, 1), nn.Sigmoid()), loss_func=nn.BCELoss(), metrics=partial(accuracy_multi, sigmoid=False))
learn.fit(1)
