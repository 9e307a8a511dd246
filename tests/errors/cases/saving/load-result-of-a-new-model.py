# rule: saving_models.result_of_load_state_dict
# source: constructed
# says: net = build\(\)\s+net.load_state_dict\(torch.load\('w.pth'\)\)\s+net.to\('cpu'\)
# %% before
import torch
from torch import nn
def build(): return nn.Sequential(nn.Linear(2, 2), nn.ReLU())
torch.save(build().state_dict(), 'w.pth')
# %% fails
net = build().load_state_dict(torch.load('w.pth'))
net = net.to('cpu')
# %% mended
net = build()
net.load_state_dict(torch.load('w.pth'))
net.to('cpu')
