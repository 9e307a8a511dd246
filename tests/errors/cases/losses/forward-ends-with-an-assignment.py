# rule: losses_given.prediction_is_no_tensor
# source: constructed
# says: def forward\(self, rows\):
# says: h = self\.out\(h\)\s+return h
# %% before
from fastai.basics import *

pairs = [(torch.rand(3), torch.rand(1)) for _ in range(12)]
both = DataLoaders.from_dsets(pairs[:8], pairs[8:], bs=4, num_workers=0)
# %% fails
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.out = nn.Linear(3, 5), nn.Linear(5, 1)

    def forward(self, rows):
        h = self.first(rows).tanh()
        h = self.out(h)


Learner(both, Net(), loss_func=MSELossFlat()).fit(1)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.out = nn.Linear(3, 5), nn.Linear(5, 1)

    def forward(self, rows):
        h = self.first(rows).tanh()
        h = self.out(h)
        return h


Learner(both, Net(), loss_func=MSELossFlat()).fit(1)
