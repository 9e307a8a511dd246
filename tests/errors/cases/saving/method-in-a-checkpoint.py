# rule: saving.not_a_dict
# source: constructed
# says: torch\.save\(\{'model': net\.state_dict\(\), 'epoch': 3\}, 'c\.pt'\)
# %% before
import torch
from torch import nn

net = nn.Linear(4, 2)
torch.save({'model': net.state_dict, 'epoch': 3}, 'c.pt')
ckpt = torch.load('c.pt', weights_only=False)
# %% fails
net.load_state_dict(ckpt['model'])
# %% mended
torch.save({'model': net.state_dict(), 'epoch': 3}, 'c.pt')
ckpt = torch.load('c.pt', weights_only=False)
net.load_state_dict(ckpt['model'])
