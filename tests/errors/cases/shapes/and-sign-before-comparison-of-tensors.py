# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: parentheses
# says: \(depth > 2\) & \(kind == 1\)
# %% before
import torch
depth, kind = torch.tensor([1.0, 3.0, 5.0]), torch.tensor([1, 0, 1])
# %% fails
deep = depth[depth > 2 & kind == 1]
# %% mended
deep = depth[(depth > 2) & (kind == 1)]
