# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def make(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
torch.save(make().state_dict(), 'm.pth')
model = make()
# %% cell
state = torch.load('m.pth')
