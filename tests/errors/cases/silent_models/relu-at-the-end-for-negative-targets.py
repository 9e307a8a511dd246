# notice: last_activations.targets_out_of_reach
# source: constructed
# says: learn\.model\s+ends\s+in\s+relu,\s+so\s+its\s+outputs\s+are\s+never\s+below\s+0,\s+but\s+the\s+targets\s+go\s+from\s+-
# says: return\s+self\.out\(x\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4)
y = x.sum(1, keepdim=True) - 1
pairs = list(zip(x, y))
dls = DataLoaders.from_dsets(pairs[:48], pairs[48:], bs=16, num_workers=0)
# %% cell
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hid, self.out = nn.Linear(4, 16), nn.Linear(16, 1)
    def forward(self, x):
        x = F.relu(self.hid(x))
        return F.relu(self.out(x))
learn = Learner(dls, Net(), loss_func=MSELossFlat())
learn.fit(1)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hid, self.out = nn.Linear(4, 16), nn.Linear(16, 1)
    def forward(self, x):
        x = F.relu(self.hid(x))
        return self.out(x)
learn = Learner(dls, Net(), loss_func=MSELossFlat())
learn.fit(1)
