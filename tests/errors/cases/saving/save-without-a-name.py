# rule: files_of_weights.save_arguments
# source: constructed
# says: torch\.save\(model\.state_dict\(\), 'model\.pth'\)
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
# %% fails
torch.save(model.state_dict())
# %% mended
torch.save(model.state_dict(), 'model.pth')
