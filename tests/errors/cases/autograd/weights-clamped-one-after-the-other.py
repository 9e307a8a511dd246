# rule: autograd.leaf_in_place
# source: constructed
# says: with torch\.no_grad\(\):\s+w\.mul_\(0\.1\)\s+w\.clamp_\(-1, 1\)
# %% before
import torch
w = torch.randn(3, requires_grad=True)
# %% fails
w.mul_(0.1)
w.clamp_(-1, 1)
print(w)
# %% mended
with torch.no_grad():
    w.mul_(0.1)
    w.clamp_(-1, 1)
print(w)
