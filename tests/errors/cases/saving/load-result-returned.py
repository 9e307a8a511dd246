# rule: saving_models.result_of_load_state_dict
# source: constructed
# says: In load_net load on a line of its own
# says: net.load_state_dict\(torch.load\('w.pth'\)\)\s+return net
# %% before
import torch
from torch import nn
torch.save(nn.Linear(3, 1).state_dict(), 'w.pth')
def load_net():
    net = nn.Linear(3, 1)
    return net.load_state_dict(torch.load('w.pth'))
# %% fails
net = load_net()
net.eval()
# %% mended
def load_net():
    net = nn.Linear(3, 1)
    net.load_state_dict(torch.load('w.pth'))
    return net
net = load_net()
net.eval()
