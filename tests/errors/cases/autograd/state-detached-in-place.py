# rule: autograd_shapes.detached_in_place
# source: https://github.com/d2l-ai/d2l-en/issues/1409
# says: parts\s+=\s+tuple\(p\.detach\(\)\s+for\s+p\s+in\s+parts\)
# %% before
import torch
h = torch.rand(2, 3, requires_grad=True) * 2
# %% fails
parts = h.split(1)
for p in parts:
    p.detach_()
# %% mended
parts = h.split(1)
parts = tuple(p.detach() for p in parts)
