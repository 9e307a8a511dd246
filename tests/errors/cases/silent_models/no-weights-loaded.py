# notice: attributes.no_weights_loaded
# source: constructed
# says: No\sweight
# says: strict=False
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
sd = {f'module.{k}': v for k, v in model.state_dict().items()}
# %% cell
model.load_state_dict(sd, strict=False)
# %% mended
model.load_state_dict({k.removeprefix('module.'): v for k, v in sd.items()}, strict=False)
