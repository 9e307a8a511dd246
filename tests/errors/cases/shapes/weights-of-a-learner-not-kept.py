# rule: modules_without_weights.no_weights
# source: constructed
# says: self\.fc1 = nn\.Linear\(n_in, 16\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), 1)] * 8
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
# %% fails
class Net(nn.Module):
    def __init__(self, n_in):
        super().__init__()
        fc1 = nn.Linear(n_in, 16)
    def forward(self, x):
        return fc1(x)
learn = Learner(dls, Net(4), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% mended
class Net(nn.Module):
    def __init__(self, n_in):
        super().__init__()
        self.fc1 = nn.Linear(n_in, 16)
    def forward(self, x):
        return self.fc1(x)
learn = Learner(dls, Net(4), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
