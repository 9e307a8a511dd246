# rule: modules_without_weights.no_weights
# source: constructed
# says: plain list
# says: self\.blocks = nn\.ModuleList\(self\.blocks\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), 1)] * 8
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
# %% fails
class Net(Module):
    def __init__(self):
        self.blocks = [nn.Linear(4, 4), nn.Linear(4, 2)]
    def forward(self, x):
        for one in self.blocks: x = one(x)
        return x
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
learn.fit_one_cycle(1)
# %% mended
class Net(Module):
    def __init__(self):
        self.blocks = [nn.Linear(4, 4), nn.Linear(4, 2)]
        self.blocks = nn.ModuleList(self.blocks)
    def forward(self, x):
        for one in self.blocks: x = one(x)
        return x
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
learn.fit_one_cycle(1)
