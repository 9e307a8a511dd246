# notice: attributes.state_dict_not_called
# source: constructed
# says: model\.state_dict\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
model.state_dict_ = None
# %% cell
torch.save(model.state_dict, 'm.pth')
# %% mended
torch.save(model.state_dict(), 'm.pth')
