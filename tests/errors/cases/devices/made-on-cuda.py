# rule: devices.no_gpu
# source: constructed
# says: torch\.zeros\(3, device=device\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
# a case runs in a forked process, for which torch has another message
exec(compile('''
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
''', '<torch>', 'exec'), vars(torch.cuda))
# %% fails
h = torch.zeros(3, device='cuda:0')
# %% mended
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
h = torch.zeros(3, device=device)
