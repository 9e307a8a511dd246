# rule: dimensions.dimension_out_of_range
# source: https://stackoverflow.com/questions/57065070
# says: squeeze
# says: size 1
# %% before
import torch
preds = torch.randn(1, 6)
# %% fails
out = preds.squeeze()
out.argmax(dim=1)
# %% mended
out = preds.squeeze(-1)
out.argmax(dim=1)
