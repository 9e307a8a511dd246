# rule: copies_of_models.of_what_was_calculated
# source: constructed
# says: ema\.seen\.clear\(\)
# %% before
import copy, torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin, self.seen = nn.Linear(3, 2), []
    def forward(self, x):
        h = self.lin(x)
        self.seen.append(h)
        return h
ema = Net()
ema(torch.rand(4, 3))
# %% fails
other = copy.deepcopy(ema)
# %% mended
ema.seen.clear()
other = copy.deepcopy(ema)
