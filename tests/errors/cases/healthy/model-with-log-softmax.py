# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
# %% cell
model = nn.Sequential(nn.Linear(4, 2), nn.LogSoftmax(dim=1))
learn = Learner(dls, model, loss_func=nn.NLLLoss(), metrics=accuracy)
learn.fit(1, 1e-2)
