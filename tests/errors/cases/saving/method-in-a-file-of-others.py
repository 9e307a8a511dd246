# rule: saving.not_a_dict
# source: constructed
# says: net\.load_state_dict\(torch\.load\('other\.pt', weights_only=False\)\(\)\)
# %% before
import torch
from torch import nn

import pickle
def weights_file(path):
    other = nn.Linear(4, 2)
    with open(path, 'wb') as f: torch.save(other.state_dict, f)
weights_file('other.pt')
net = nn.Linear(4, 2)
# %% fails
net.load_state_dict(torch.load('other.pt', weights_only=False))
# %% mended
net.load_state_dict(torch.load('other.pt', weights_only=False)())
