# notice: training.diverged
# source: constructed
# says: inputs\s+go\s+up\s+to
# says: area\s+=\s+\(area\s+-\s+area\.mean\(0\)\)
# %% before
from fastai.vision.all import *
area = torch.rand(64, 3) * 5e4
price = (area.sum(1, keepdim=True) > 7e4).float()
rows = list(zip(area, price))
dls = DataLoaders.from_dsets(rows[:48], rows[48:], bs=16, num_workers=0)
# %% cell
learn = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat(), opt_func=SGD)
learn.fit(2, lr=1e-3)
# %% mended
area = (area - area.mean(0)) / (area.std(0) + 1e-7)
rows = list(zip(area, price))
dls = DataLoaders.from_dsets(rows[:48], rows[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat(), opt_func=SGD)
learn.fit(2, lr=1e-3)
