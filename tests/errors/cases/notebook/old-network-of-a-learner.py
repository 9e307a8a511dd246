# notice: old_instances.made_before_its_class
# source: constructed
# says: learn\.model\s+was\s+made\s+before\s+class\s+Net
# %% before
from fastai.vision.all import *
rows = torch.randn(60, 6); kinds = torch.randint(0, 2, (60,))
dls = DataLoaders.from_dsets(list(zip(rows[:40], kinds[:40])), list(zip(rows[40:], kinds[40:])), bs=10)
class Net(nn.Module):
    def __init__(self): super().__init__(); self.a = nn.Linear(6, 2)
    def forward(self, x): return self.a(x)
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat())
# %% before
class Net(nn.Module):
    def __init__(self): super().__init__(); self.a, self.b = nn.Linear(6, 20), nn.Linear(20, 2)
    def forward(self, x): return self.b(F.relu(self.a(x)))
# %% cell
with learn.no_bar(): learn.fit(2)
# %% mended
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat())
with learn.no_bar(): learn.fit(2)
