# rule: dtypes.layer_dtype
# source: https://stackoverflow.com/questions/56741087
# says: int64
# says: lin\(x\.float\(\)\)
# %% before
import torch
from torch import nn
lin = nn.Linear(3, 2)
x = torch.tensor([[1, 2, 3]])
# %% fails
lin(x)
# %% mended
lin(x.float())
