# rule: dtypes.layer_dtype
# source: https://stackoverflow.com/questions/56741087
# says: float64
# says: float32
# says: net\(x\.float\(\)\)
# %% before
import torch, numpy as np
from torch import nn
net = nn.Sequential(nn.Linear(3, 2), nn.ReLU())
x = torch.from_numpy(np.random.rand(4, 3))
# %% fails
net(x)
# %% mended
net(x.float())
