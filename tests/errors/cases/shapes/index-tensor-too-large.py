# rule: dimensions.index_out_of_bounds
# source: constructed
# says: index 5
# says: \(3, 4\)
# %% before
import torch
a, idx = torch.rand(3, 4), torch.tensor([0, 5])
# %% fails
a[idx]
# %% mended
a[torch.tensor([0, 2])]
