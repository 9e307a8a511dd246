# rule: checkpoints.checkpoint_key
# source: https://github.com/TomHeaven/msba_reid/issues/2
# says: no key 'state_dict'
# says: model\.load_state_dict\(ckpt\)
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
torch.save(model.state_dict(), 'w.pth')
# %% fails
ckpt = torch.load('w.pth')
model.load_state_dict(ckpt['state_dict'])
# %% mended
ckpt = torch.load('w.pth')
model.load_state_dict(ckpt)
