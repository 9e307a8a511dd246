# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 8), nn.Linear(8, 2)
    def forward(self, x):
        hidden = self.first(x).relu()
        self.mean = self.first(x).detach().mean().item()
        return self.last(hidden)
pairs = [(torch.randn(4), torch.tensor(i % 2)) for i in range(48)]
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
# %% cell
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
learn.fit(1, 1e-2)
