# notice: time_first.last_of_the_batch
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
class Series(Module):
    def __init__(self):
        self.rec = nn.LSTM(1, 16)
        self.out = nn.Linear(16, 2)
    def forward(self, x):
        o, (h, c) = self.rec(x[..., None])
        return self.out(o[:, -1, :])
def prepare(dls): return Learner(dls, Series(), loss_func=nn.CrossEntropyLoss())
# %% cell
job = prepare(dls)
