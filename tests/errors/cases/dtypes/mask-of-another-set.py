# rule: dtypes.mask_shape
# source: constructed
# says: 12
# says: 5
# says: valid_rows\[is_big\]
# %% before
import torch
valid_rows = torch.rand(12, 3); few = torch.rand(5, 3); is_big = torch.rand(12) > .5
# %% fails
kept = few[is_big]
# %% mended
kept = valid_rows[is_big]
