# rule: dtypes.layer_dtype
# source: constructed
# says: float64
# says: lstm\(x\.float\(\)\)
# %% before
import torch
from torch import nn
lstm = nn.LSTM(3, 4)
x = torch.rand(5, 2, 3, dtype=torch.float64)
# %% fails
lstm(x)
# %% mended
lstm(x.float())
