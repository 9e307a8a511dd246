# rule: devices.no_gpu
# source: constructed
# says: model = model\.to\(device\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
device = 'cuda'
# a case runs in a forked process, for which torch has another message
exec(compile('''
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
''', '<torch>', 'exec'), vars(torch.cuda))
# %% fails
model.to(device)
# %% mended
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = model.to(device)
