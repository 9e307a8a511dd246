# notice: nothing_kept.state_updated
# source: constructed
# says: net\.load_state_dict\(torch\.load\('net\.pth'\)\)
# %% before
import torch
from torch import nn
torch.save(nn.Linear(3, 2).state_dict(), "net.pth")
net = nn.Linear(3, 2)
# %% cell
net.state_dict().update(torch.load('net.pth'))
# %% mended
net.load_state_dict(torch.load('net.pth'))
