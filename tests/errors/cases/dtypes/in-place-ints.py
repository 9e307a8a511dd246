# rule: dtypes.in_place_on_integers
# source: https://discuss.pytorch.org/t/multi-label-binary-classification-result-type-float-cant-be-cast-to-the-desired-output-type-long/117915
# says: int64
# says: x = x / 2
# %% before
import torch
x = torch.tensor([10, 20])
# %% fails
x /= 2
# %% mended
x = x / 2
