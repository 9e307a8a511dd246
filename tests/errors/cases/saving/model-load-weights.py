# rule: borrowed_methods.saved_as_elsewhere
# source: constructed
# says: Keras
# says: model\.load_state_dict\(torch\.load\('cnn\.pth'\)\)
# %% before
import torch
from torch import nn
model = nn.Sequential(nn.Linear(2, 2))
torch.save(model.state_dict(), 'cnn.pth')
# %% fails
model.load_weights('cnn.pth')
# %% mended
model.load_state_dict(torch.load('cnn.pth'))
