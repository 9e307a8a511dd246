# rule: saving_models.result_of_load_state_dict
# source: constructed
# says: net = nn.Linear\(3, 1\)\s+net.load_state_dict\(torch.load\('w.pth'\)\)\s+net\(torch.ones\(2, 3\)\)
# %% before
import torch
from torch import nn
net = nn.Linear(3, 1)
torch.save(net.state_dict(), 'w.pth')
# %% fails
net = net.load_state_dict(torch.load('w.pth'))
net(torch.ones(2, 3))
# %% mended
net = nn.Linear(3, 1)
net.load_state_dict(torch.load('w.pth'))
net(torch.ones(2, 3))
