# rule: devices.no_gpu
# source: constructed
# says: is_available
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
torch.cuda.get_device_name(0)
