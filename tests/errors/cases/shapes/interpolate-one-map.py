# rule: functional.interpolate_rank
# source: https://github.com/vye16/shape-of-motion/issues/69
# says: mask is a single map, \(20, 30\)
# says: mask\[None, None\]
# %% before
import torch
import torch.nn.functional as F
class Net(torch.nn.Module):
    def forward(self, x): return x.mean((0, 1))
mask = Net()(torch.rand(1, 3, 20, 30))
# %% fails
big = F.interpolate(mask[:, None], size=(40, 60), mode='bilinear')
# %% mended
big = F.interpolate(mask[None, None], size=(40, 60), mode='bilinear')
assert big.shape == (1, 1, 40, 60)
