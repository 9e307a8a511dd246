# rule: not modules_inside.of_a_layer_inside
# source: constructed
# %% before
from torch import nn
body = nn.Sequential(nn.Flatten(), nn.ReLU())
# %% fails
count = body.in_features
# %% mended
count = len(body)
