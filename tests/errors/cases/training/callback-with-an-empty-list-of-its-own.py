# rule: python_values.beyond_the_end
# source: constructed
# says: self\.seen
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Seen(Callback):
    def before_fit(self): self.seen = []
    def after_epoch(self): print(self.seen[-1])
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), cbs=Seen())
# %% fails
learn.fit(1)
