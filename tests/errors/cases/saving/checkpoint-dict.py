# rule: saving.checkpoint_dict
# source: https://github.com/ohhhyeahhh/SiamCAR/issues/95
# says: model_weights
# says: checkpoint
# says: net\.load_state_dict\(ckpt\['model_weights'\]\)
# %% before
import torch
from torch import nn, optim
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
opt = optim.Adam(net.parameters())
torch.save({'epoch': 12, 'model_weights': net.state_dict(), 'optim': opt.state_dict(), 'loss': 0.31}, 'run.pth')
# %% fails
ckpt = torch.load('run.pth')
net.load_state_dict(ckpt)
# %% mended
ckpt = torch.load('run.pth')
net.load_state_dict(ckpt['model_weights'])
