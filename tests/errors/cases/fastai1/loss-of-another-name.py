# notice: learner_attributes.read_by_nobody
# source: constructed
# says: net\.loss_func\s+=\s+nn\.CrossEntropyLoss
# %% before
from fastai.vision.all import *
rows = torch.randn(60, 6); kinds = torch.randint(0, 2, (60,))
dls = DataLoaders.from_dsets(list(zip(rows[:40], kinds[:40])), list(zip(rows[40:], kinds[40:])), bs=10)
net = Learner(dls, nn.Sequential(nn.Linear(6, 2)), loss_func=CrossEntropyLossFlat())
# %% cell
net.crit = nn.CrossEntropyLoss(label_smoothing=0.1)
with net.no_bar(): net.fit(1)
# %% mended
net.loss_func = nn.CrossEntropyLoss(label_smoothing=0.1)
with net.no_bar(): net.fit(1)
