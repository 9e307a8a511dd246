# notice: comparisons.shapes_broadcast_in_learner
# source: constructed
# says: \(12, 12\)
# %% before
from fastai.vision.all import *
rows = torch.randn(64, 4); heights = rows.sum(1)
items = list(zip(rows, heights))
dls = DataLoaders.from_dsets(items[:48], items[48:], bs=12, num_workers=0)
# %% cell
class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.deep = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.last = nn.Linear(8, 1)
    def forward(self, x): return self.last(self.deep(x))
def squares(targets, outputs): return ((targets - outputs)**2).mean()
learn = Learner(dls, Line(), loss_func=squares)
learn.fit(1)
# %% mended
class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.deep = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.last = nn.Linear(8, 1)
    def forward(self, x): return self.last(self.deep(x))
def squares(targets, outputs): return ((targets.squeeze(1) - outputs)**2).mean()
learn = Learner(dls, Line(), loss_func=squares)
learn.fit(1)
