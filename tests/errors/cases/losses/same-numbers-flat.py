# rule: losses_unflattened.same_numbers_in_another_shape
# source: https://github.com/timeseriesAI/tsai/issues/883
# says: as\s+many\s+numbers\s+for\s+each\s+item
# says: learn\.loss_func = L1LossFlat\(\)
# %% before
from fastai.basics import *
X, y = torch.randn(24, 5, 30), torch.randn(24, 5, 6)
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
class Patch(nn.Module):
    def __init__(self):
        super().__init__()
        self.l = nn.Linear(30, 6)
    def forward(self, x): return self.l(x).flatten(1)
learn = Learner(dls, Patch(), loss_func=nn.L1Loss())
# %% fails
learn.fit(1)
# %% mended
learn.loss_func = L1LossFlat()
learn.fit(1)
