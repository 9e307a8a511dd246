# rule: files_of_weights.weights_only
# source: https://github.com/dvgodoy/PyTorchStepByStep/issues/61
# says: whole pickled model
# says: Sequential
# says: 2\.6
# says: torch\.load\('digits\.pt', weights_only=False\)
# %% before
import torch
from torch import nn
torch.save(nn.Sequential(nn.Linear(4, 2)), 'digits.pt')
# %% fails
net = torch.load('digits.pt')
# %% mended
net = torch.load('digits.pt', weights_only=False)
