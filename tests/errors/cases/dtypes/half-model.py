# rule: dtypes.layer_dtype
# source: https://stackoverflow.com/questions/74848349
# says: float16
# says: model\.float\(\)
# %% before
import torch
from torch import nn
model = nn.Conv2d(3, 8, 3).half()
xb = torch.rand(1, 3, 8, 8)
# %% fails
model(xb)
# %% mended
model.float()
model(xb)
