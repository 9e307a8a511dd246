# notice: zeros_inside.log_of_zero
# source: constructed
# says: -inf\s+where\s+p\s+is\s+0
# says: p\s+=\s+p\.clamp\(1e-7,\s+1\s+-\s+1e-7\)
# %% before
import torch
p = torch.tensor([0.25, 0.75, 0.0])
# %% cell
entropy = -(p * torch.log(p)).sum()
# %% mended
p = p.clamp(1e-7, 1 - 1e-7)
entropy = -(p * torch.log(p)).sum()
