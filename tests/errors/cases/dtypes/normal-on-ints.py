# rule: dtypes.needs_floats
# source: constructed
# says: int64
# says: float\(\)\.normal_\(\)
# %% before
import torch
w = torch.tensor([0, 0, 0])
# %% fails
w.normal_()
# %% mended
w.float().normal_()
