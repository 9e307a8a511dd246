# rule: memory.worker_died
# source: https://github.com/pytorch/pytorch/issues/5040
# says: shared memory
# says: num_workers=0
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
def get(loader):
    if loader.num_workers: raise RuntimeError('DataLoader worker (pid 4242) is killed by signal: Bus error. It is possible that dataloaders workers are out of shared memory. Please try to raise your shared memory limit.')
''', '<lib>', 'exec'), vars(lib))
get = lib.get
# %% before
loader = DataLoader(ds, batch_size=32, num_workers=8)
# %% fails
get(loader)
# %% mended
loader = DataLoader(ds, batch_size=32, num_workers=0)
get(loader)
