# notice: one_output.accuracy_of_one_output
# source: constructed
# says: answer\s+is\s+class\s+0\s+for\s+every\s+row
# says: metrics=accuracy_multi
# %% before
from fastai.vision.all import *
x = torch.rand(60, 4); rows = list(zip(x, (x.sum(1, keepdim=True) > 2).float()))
dls = DataLoaders.from_dsets(rows[:40], rows[40:], bs=8, num_workers=0)
def yes_loss(preds, targs): return torch.where(targs == 1, 1 - preds.sigmoid(), preds.sigmoid()).mean()
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% cell
learn = Learner(dls, net, loss_func=yes_loss, metrics=[accuracy, error_rate])
learn.fit(1)
# %% mended
learn = Learner(dls, net, loss_func=yes_loss, metrics=accuracy_multi)
learn.fit(1)
