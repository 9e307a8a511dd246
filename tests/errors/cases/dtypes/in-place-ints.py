# rule: dtypes.in_place_on_integers
# source: https://stackoverflow.com/questions/result-type-float-cant-be-cast
# says: int64
# says: x = x / 2
# %% before
import torch
x = torch.tensor([10, 20])
# %% fails
x /= 2
# %% mended
x = x / 2
