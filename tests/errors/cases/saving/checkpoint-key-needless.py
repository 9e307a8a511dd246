# rule: checkpoints.checkpoint_key
# source: https://github.com/michuanhaohao/reid-strong-baseline/issues/42
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
