# rule: checkpoints.optimizer_state
# source: https://github.com/facebookresearch/GloRe/issues/8
# says: another model
# says: this one 4
# %% before
import torch
from torch import nn, optim
small = nn.Linear(2, 2)
old = optim.Adam(small.parameters())
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
optimizer = optim.Adam(model.parameters())
# %% fails
optimizer.load_state_dict(old.state_dict())
