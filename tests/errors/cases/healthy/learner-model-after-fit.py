# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.Dropout(), nn.Linear(8, 2)), loss_func=nn.CrossEntropyLoss())
with learn.no_bar(): learn.fit(1)
# %% cell
xb, yb = dls.valid.one_batch()
with torch.no_grad(): preds = learn.model(xb)
preds.argmax(1)
