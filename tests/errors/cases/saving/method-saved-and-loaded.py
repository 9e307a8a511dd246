# rule: saving.not_a_dict
# source: https://github.com/nicknochnack/PyTorchin15/issues/2
# says: torch\.save\(head\.state_dict\(\), 'head\.pth'\)
# says: without\s+being\s+called
# %% before
import torch
from torch import nn

head = nn.Linear(4, 2)
new = nn.Linear(4, 2)
# %% fails
torch.save(head.state_dict, 'head.pth')
state = torch.load('head.pth', weights_only=False)
new.load_state_dict(state)
# %% mended
torch.save(head.state_dict(), 'head.pth')
state = torch.load('head.pth', weights_only=False)
new.load_state_dict(state)
