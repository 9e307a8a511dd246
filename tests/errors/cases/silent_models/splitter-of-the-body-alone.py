# notice: groups.left_out_by_the_splitter
# source: constructed
# says: params\(m\.head\)
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
class Net(Module):
    def __init__(self): self.body, self.head = nn.Linear(4, 8), nn.Linear(8, 2)
    def forward(self, x): return self.head(self.body(x).relu())
# %% cell
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m.body)])
learn.fit(1)
