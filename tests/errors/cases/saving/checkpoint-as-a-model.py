# rule: saving_models.weights_used_as_model
# source: https://stackoverflow.com/questions/51811154
# says: checkpoint
# says: load_state_dict\(torch\.load\('c\.pth'\)\['state_dict'\]\)
# %% before
import torch
from torch import nn
net = nn.Linear(2, 2)
torch.save({'epoch': 3, 'state_dict': net.state_dict()}, 'c.pth')
# %% fails
model = torch.load('c.pth').cuda()
# %% mended
net.load_state_dict(torch.load('c.pth')['state_dict'])
