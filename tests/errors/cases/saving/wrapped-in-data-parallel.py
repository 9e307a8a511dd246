# rule: saving.wrapped_model
# source: https://discuss.pytorch.org/t/solved-keyerror-unexpected-key-module-encoder-embedding-weight-in-state-dict/1686
# says: DataParallel
# says: net\.module\.load_state_dict
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
torch.save(net.state_dict(), 'one_gpu.pth')
net = nn.DataParallel(net)
# %% fails
net.load_state_dict(torch.load('one_gpu.pth'))
# %% mended
net.module.load_state_dict(torch.load('one_gpu.pth'))
