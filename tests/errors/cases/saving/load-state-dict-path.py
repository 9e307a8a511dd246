# rule: saving.not_a_dict
# source: constructed
# says: 'weights\.pth'
# says: model\.load_state_dict\(torch\.load\('weights\.pth'\)\)
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
torch.save(model.state_dict(), 'weights.pth')
# %% fails
model.load_state_dict('weights.pth')
# %% mended
model.load_state_dict(torch.load('weights.pth'))
