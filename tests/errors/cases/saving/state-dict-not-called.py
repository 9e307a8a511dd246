# rule: files_of_weights.weights_only
# source: constructed
# says: parentheses
# says: model\.state_dict\(\)
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
method = model.state_dict
torch.save(method, 'w.pth')
# %% fails
model.load_state_dict(torch.load('w.pth'))
# %% mended
torch.save(model.state_dict(), 'w.pth')
model.load_state_dict(torch.load('w.pth'))
