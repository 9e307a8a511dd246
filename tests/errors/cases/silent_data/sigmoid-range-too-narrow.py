# notice: ranges.too_narrow
# source: constructed
# says: SigmoidRange\(0,\s+1\)
# %% before
from fastai.vision.all import *
x = torch.rand(64, 4); y = (x.sum(1, keepdim=True) - 2)*5
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16)
class Net(nn.Module):
    def __init__(self, low, high):
        super().__init__()
        self.lin, self.act = nn.Linear(4, 1), SigmoidRange(low, high)
    def forward(self, x):
        x = self.lin(x)
        return self.act(x)
# %% cell
learn = Learner(dls, Net(0, 1), loss_func=MSELossFlat())
learn.fit(1)
# %% mended
learn = Learner(dls, Net(-12, 12), loss_func=MSELossFlat())
learn.fit(1)
