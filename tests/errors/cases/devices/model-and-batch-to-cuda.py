# rule: devices.no_gpu
# source: constructed
# says: net = net\.to\(device\)\n\s*xb, yb = \(xb\.to\(device\), yb\.to\(device\)\)
# %% before
import torch
from torch import nn
net = nn.Linear(4, 2)
xb, yb = torch.randn(16, 4), torch.randn(16, 2)
# a case runs in a forked process, for which torch has another message
exec(compile("""
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
""", "<torch>", "exec"), vars(torch.cuda))
# %% fails
net.cuda()
xb, yb = xb.cuda(), yb.cuda()
out = net(xb)
# %% mended
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
net = net.to(device)
xb, yb = (xb.to(device), yb.to(device))
out = net(xb)
