# notice: comparisons.shapes_broadcast_in_learner
# source: constructed
# says: \(12, 12\)
# says: out\.squeeze\(1\) - truth
# %% before
from fastai.vision.all import *
rows = torch.randn(64, 4); heights = rows.sum(1)
items = list(zip(rows, heights))
dls = DataLoaders.from_dsets(items[:48], items[48:], bs=12, num_workers=0)
# %% cell
def absolute(out, truth):
    gap = out - truth
    return torch.where(gap > 0, gap, -gap).mean()
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=absolute)
learn.fit(1)
# %% mended
def absolute(out, truth):
    gap = out.squeeze(1) - truth
    return torch.where(gap > 0, gap, -gap).mean()
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=absolute)
learn.fit(1)
