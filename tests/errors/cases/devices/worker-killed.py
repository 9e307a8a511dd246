# rule: memory.worker_died
# source: constructed
# says: memory \(RAM\)
# says: num_workers=0
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
ds = TensorDataset(torch.randn(64, 4), torch.randint(0, 2, (64,)))
loader = DataLoader(ds, batch_size=32, num_workers=2)
from types import ModuleType
lib = ModuleType('lib')  # stands for code of a library
lib.torch = torch
exec(compile('''
def get(loader):
    if loader.num_workers: raise RuntimeError('DataLoader worker (pid(s) 4242, 4243) exited unexpectedly')
''', '<lib>', 'exec'), vars(lib))
get = lib.get
# %% fails
get(loader)
# %% mended
loader = DataLoader(ds, batch_size=32, num_workers=0)
get(loader)
