# rule: modules_inside.of_a_layer_inside
# source: constructed
# says: body\[1\]\[0\]\.out_channels
# %% before
from torch import nn
body = nn.Sequential(nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU()), nn.Sequential(nn.Conv2d(8, 20, 3), nn.ReLU()))
# %% fails
count = body.out_channels
# %% mended
count = body[1][0].out_channels
