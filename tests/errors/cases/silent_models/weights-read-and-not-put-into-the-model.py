# notice: states_unused.read_and_not_loaded
# source: constructed
# says: model\.load_state_dict\(weights\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def make(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
torch.save(make().state_dict(), 'm.pth')
# %% cell
model = make()
weights = torch.load('m.pth')
model.eval()
print(model(torch.randn(1, 4)))
# %% mended
model = make()
weights = torch.load('m.pth')
model.load_state_dict(weights)
model.eval()
print(model(torch.randn(1, 4)))
