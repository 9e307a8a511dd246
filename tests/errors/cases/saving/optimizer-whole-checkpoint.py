# rule: checkpoints.optimizer_state
# source: constructed
# says: 'opt_state'
# says: optimizer\.load_state_dict\(checkpoint\['opt_state'\]\)
# %% before
import torch
from torch import nn, optim
model = nn.Linear(2, 2)
optimizer = optim.Adam(model.parameters())
torch.save({'weights': model.state_dict(), 'opt_state': optimizer.state_dict()}, 'c.pth')
# %% fails
checkpoint = torch.load('c.pth')
optimizer.load_state_dict(checkpoint)
# %% mended
checkpoint = torch.load('c.pth')
optimizer.load_state_dict(checkpoint['opt_state'])
