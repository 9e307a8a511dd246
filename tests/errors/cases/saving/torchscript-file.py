# rule: files_of_weights.torchscript
# source: constructed
# says: torch\.jit\.load\('net\.pt'\)
# %% before
import torch
from torch import nn
torch.jit.save(torch.jit.trace(nn.Linear(2, 2), torch.rand(1, 2)), 'net.pt')
# %% fails
net = torch.load('net.pt')
# %% mended
net = torch.jit.load('net.pt')
