# notice: training.diverged
# source: constructed
# says: inputs\s+go\s+up\s+to\s+6\.\de\+04
# says: Normalize\s+into\s+procs
# %% before
from fastai.tabular.all import *
homes = pd.DataFrame({"area": [1000. * (i + 1) for i in range(64)], "good": [float(i % 3) for i in range(64)]})
def net(): return nn.Linear(1, 1)
class OfNumbers(nn.Module):
    def __init__(self): super().__init__(); self.out = nn.Linear(1, 1)
    def forward(self, cats, conts): return self.out(conts)
# %% cell
dls = TabularDataLoaders.from_df(homes, y_names="good", cont_names=["area"], procs=[FillMissing], bs=16)
learn = TabularLearner(dls, OfNumbers(), loss_func=MSELossFlat(), opt_func=SGD)
learn.fit(2, 0.01)
# %% mended
dls = TabularDataLoaders.from_df(homes, y_names="good", cont_names=["area"], procs=[Categorify, FillMissing, Normalize], bs=16)
learn = TabularLearner(dls, OfNumbers(), loss_func=MSELossFlat(), opt_func=SGD)
learn.fit(2, 0.01)
