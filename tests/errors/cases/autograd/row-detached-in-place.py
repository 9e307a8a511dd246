# rule: autograd_shapes.detached_in_place
# source: constructed
# says: first\s+=\s+first\.detach\(\)
# %% before
import torch
out = torch.rand(2, 3, requires_grad=True) * 2
first = out[0]
# %% fails
first.detach_()
# %% mended
first = first.detach()
