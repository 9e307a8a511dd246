# rule: saving.key_prefix
# source: https://github.com/pytorch/pytorch/issues/101107
# says: torch\.compile
# says: _orig_mod\.
# %% before
import torch
from torch import nn
model = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 1))
torch.save(torch.compile(model).state_dict(), 'fast.pt')
# %% fails
weights = torch.load('fast.pt')
model.load_state_dict(weights)
# %% mended
weights = torch.load('fast.pt')
model.load_state_dict({k.removeprefix('_orig_mod.'): v for k, v in weights.items()})
