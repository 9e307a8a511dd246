# rule: memory.gpu_is_full
# source: constructed
# says: batch size is 32
# says: batch_size=16
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
ds = TensorDataset(torch.randn(64, 4), torch.randint(0, 2, (64,)))
from types import ModuleType
lib = ModuleType('lib')  # stands for code of a library
lib.torch = torch
exec(compile('''
def net(x):
    if len(x) > 16: raise RuntimeError('CUDA out of memory. Tried to allocate 1.00 GiB (GPU 0; 14.76 GiB total capacity)')
    return x.mean(1)
''', '<lib>', 'exec'), vars(lib))
net = lib.net
# %% before
loader = DataLoader(ds, batch_size=32, shuffle=True)
# %% fails
for xb, yb in loader: net(xb)
# %% mended
loader = DataLoader(ds, batch_size=16, shuffle=True)
for xb, yb in loader: net(xb)
