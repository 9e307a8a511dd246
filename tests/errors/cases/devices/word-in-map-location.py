# rule: device_words.unknown_word
# source: constructed
# says: small\s+letters
# says: state = torch\.load\('net\.pth', map_location='cpu'\)
# %% before
import torch
from torch import nn
torch.save(nn.Linear(3, 2).state_dict(), 'net.pth')
# %% fails
state = torch.load('net.pth', map_location='CPU')
# %% mended
state = torch.load('net.pth', map_location='cpu')
