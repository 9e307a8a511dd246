# rule: joining.assigned
# source: constructed
# says: mat\[0\]
# says: \(3,\)
# %% before
import torch
mat = torch.zeros(2, 4)
row = torch.ones(3)
# %% fails
mat[0] = row
# %% mended
mat[0] = torch.ones(4)
