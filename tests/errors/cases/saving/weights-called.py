# rule: saving_models.weights_used_as_model
# source: constructed
# says: not a model
# says: net\.load_state_dict\(loaded\)
# %% before
import torch
from torch import nn
net = nn.Linear(2, 2)
torch.save(net.state_dict(), 'w.pth')
# %% fails
loaded = torch.load('w.pth')
loaded(torch.rand(1, 2))
# %% mended
loaded = torch.load('w.pth')
net.load_state_dict(loaded)
net(torch.rand(1, 2))
