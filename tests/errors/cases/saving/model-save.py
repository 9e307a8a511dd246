# rule: borrowed_methods.saved_as_elsewhere
# source: https://stackoverflow.com/q/42703500
# says: no method save
# says: torch\.save\(model\.state_dict\(\), 'cnn\.pth'\)
# %% before
import torch
from torch import nn
model = nn.Sequential(nn.Linear(2, 2))
# %% fails
model.save('cnn.pth')
# %% mended
torch.save(model.state_dict(), 'cnn.pth')
