# notice: attributes.flag_of_a_module
# source: constructed
# says: p.require_grad is misspelt
# says: p.requires_grad = True
# %% before
from fastai.vision.all import *
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
net.requires_grad_(False)
# %% cell
def unfreeze(m):
    for p in m.parameters(): p.require_grad = True
unfreeze(net)
# %% mended
def unfreeze(m):
    for p in m.parameters(): p.requires_grad = True
unfreeze(net)
