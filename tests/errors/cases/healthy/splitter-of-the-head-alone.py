# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
class Net(Module):
    def __init__(self): self.body, self.head = nn.Linear(4, 8), nn.Linear(8, 2)
    def forward(self, x): return self.head(self.body(x).relu())
# %% cell
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m.head)])
learn.fit(1)
other = Net()
for p in other.body.parameters(): p.requires_grad_(False)
learn2 = Learner(dls, other, loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m.head)])
learn2.fit(1)
learn3 = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m.body), params(m.head)])
learn3.fit(1)
