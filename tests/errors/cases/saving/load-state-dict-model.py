# rule: saving.not_a_dict
# source: constructed
# says: whole model
# says: \.state_dict\(\)
# %% before
import torch
from torch import nn
net = nn.Linear(2, 2)
torch.save(net, 'whole.pt')
# %% fails
net.load_state_dict(torch.load('whole.pt', weights_only=False))
# %% mended
net.load_state_dict(torch.load('whole.pt', weights_only=False).state_dict())
