# notice: copies.original_changed_too
# source: constructed
# says: old_bias\s+=\s+bias\.clone\(\)
# %% before
import torch
bias = torch.zeros(2)
# %% cell
old_bias = bias
bias += 0.5
moved = (bias - old_bias).abs().sum()
# %% mended
old_bias = bias.clone()
bias += 0.5
moved = (bias - old_bias).abs().sum()
