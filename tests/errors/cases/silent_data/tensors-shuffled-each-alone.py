# notice: shuffles.shuffled_apart
# source: constructed
# says: idx\s+=\s+torch\.randperm\(len\(xs\)\);\s+xs,\s+ys\s+=\s+xs\[idx\],\s+ys\[idx\]
# %% before
import torch

xs = torch.rand(30, 2)
ys = xs.sum(1) > 1
# %% cell
xs = xs[torch.randperm(30)]
ys = ys[torch.randperm(30)]
# %% mended
idx = torch.randperm(len(xs))
xs, ys = xs[idx], ys[idx]
