# rule: memory.gpu_is_full
# source: constructed
# says: 640 items
# says: split\(64\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(640, 4)
from types import ModuleType
lib = ModuleType('lib')  # stands for code of a library
lib.torch = torch
exec(compile('''
def model(x):
    if len(x) > 100: raise torch.OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 GiB.')
    return x.mean(1)
''', '<lib>', 'exec'), vars(lib))
model = lib.model
# %% fails
preds = model(x)
# %% mended
with torch.no_grad():
    preds = torch.cat([model(part) for part in x.split(64)])
