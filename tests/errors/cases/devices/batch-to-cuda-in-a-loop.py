# rule: devices.no_gpu
# source: constructed
# says: pred = net\(x\.to\(device\)\)
# %% before
import torch
from torch import nn
net = nn.Linear(4, 2)
batches = [torch.randn(16, 4)]
# a case runs in a forked process, for which torch has another message
exec(compile("""
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
""", "<torch>", "exec"), vars(torch.cuda))
# %% fails
for x in batches:
    pred = net(x.cuda())
# %% mended
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
for x in batches:
    pred = net(x.to(device))
