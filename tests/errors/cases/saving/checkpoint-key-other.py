# rule: checkpoints.checkpoint_key
# source: https://github.com/JDAI-CV/fast-reid/issues/253
# says: 'model_state_dict'
# says: ckpt\['net'\]
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
torch.save({'net': model.state_dict(), 'acc': 0.9, 'epoch': 4}, 'w.pth')
ckpt = torch.load('w.pth')
# %% fails
model.load_state_dict(ckpt['model_state_dict'])
# %% mended
model.load_state_dict(ckpt['net'])
