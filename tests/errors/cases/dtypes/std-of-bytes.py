# rule: dtypes.needs_floats
# source: constructed
# says: uint8
# says: imgs\.float\(\)\.std\(0\)
# %% before
import torch
imgs = torch.randint(0, 255, (4, 8, 8), dtype=torch.uint8)
# %% fails
imgs.std(0)
# %% mended
imgs.float().std(0)
