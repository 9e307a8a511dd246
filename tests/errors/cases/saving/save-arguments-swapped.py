# rule: files_of_weights.save_arguments
# source: constructed
# says: first what to save
# says: torch\.save\(model\.state_dict\(\), 'cnn\.pth'\)
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
# %% fails
torch.save('cnn.pth', model.state_dict())
# %% mended
torch.save(model.state_dict(), 'cnn.pth')
