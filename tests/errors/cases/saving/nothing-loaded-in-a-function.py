# notice: loaded.nothing_of_the_file
# source: constructed
# says: In\s+restore
# says: none\s+of\s+the\s+2\s+names\s+in\s+the\s+file
# %% before
import torch
from torch import nn
class Wrapped(nn.Module):
    def __init__(self): super().__init__(); self.net = nn.Sequential(nn.Linear(4, 2))
    def forward(self, x): return self.net(x)
torch.save(Wrapped().state_dict(), "best.pth")
def restore(model, where="best.pth"):
    weights = torch.load(where)
    model.load_state_dict(weights, strict=False)
    model.eval()
# %% cell
plain = nn.Sequential(nn.Linear(4, 2))
restore(plain)
# %% mended
def restore(model, where="best.pth"):
    weights = torch.load(where)
    model.load_state_dict({k.removeprefix('net.'): v for k, v in weights.items()})
    model.eval()
plain = nn.Sequential(nn.Linear(4, 2))
restore(plain)
