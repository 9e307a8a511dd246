# rule: files_of_weights.torchscript
# source: https://github.com/PeterL1n/BackgroundMattingV2/issues/65
# says: torch\.save
# says: torch\.load\('net\.pt'\)
# %% before
import torch
from torch import nn
torch.save(nn.Linear(2, 2).state_dict(), 'net.pt')
# %% fails
net = torch.jit.load('net.pt')
# %% mended
sd = torch.load('net.pt')
