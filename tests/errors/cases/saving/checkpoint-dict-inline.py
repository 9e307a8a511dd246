# rule: saving.checkpoint_dict
# source: https://github.com/LiheYoung/UniMatch/issues/31
# says: 'state_dict'
# says: removeprefix\('model\.'\)
# %% before
import torch
from torch import nn
model = nn.Linear(3, 2)
weights = {f'model.{k}': v for k, v in model.state_dict().items()}
torch.save({'epoch': 2, 'global_step': 40, 'state_dict': weights}, 'last.ckpt')
# %% fails
model.load_state_dict(torch.load('last.ckpt'))
# %% mended
sd = torch.load('last.ckpt')['state_dict']
model.load_state_dict({k.removeprefix('model.'): v for k, v in sd.items()})
