# notice: cut_graphs.outputs_cut_off
# source: constructed
# says: In forward of Net
# says: self\.first
# says: hidden =\s+self\.first\(x\)\.relu\(\)
# %% before
from fastai.vision.all import *
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 8), nn.Linear(8, 2)
    def forward(self, x):
        hidden = self.first(x).relu().data
        return self.last(hidden)
pairs = [(torch.randn(4), torch.tensor(i % 2)) for i in range(48)]
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
def run(epochs):
    learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
    learn.fit(epochs, 1e-2)
    return learn
# %% cell
learn = run(1)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 8), nn.Linear(8, 2)
    def forward(self, x):
        hidden = self.first(x).relu()
        return self.last(hidden)
learn = run(1)
