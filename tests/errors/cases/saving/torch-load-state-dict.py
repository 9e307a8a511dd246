# rule: saving_models.torch_has_no_load_state_dict
# source: constructed
# says: no function load_state_dict
# says: model\.load_state_dict\(torch\.load\('cnn\.pth'\)\)
# %% before
import torch
from torch import nn
model = nn.Sequential(nn.Linear(2, 2))
torch.save(model.state_dict(), 'cnn.pth')
# %% fails
torch.load_state_dict('cnn.pth')
# %% mended
model.load_state_dict(torch.load('cnn.pth'))
