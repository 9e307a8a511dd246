# rule: layers_made.argument_of_layer_missing
# source: constructed
# says: out_features
# %% before
import torch
from torch import nn
# %% fails
last = nn.Linear(32)
# %% mended
last = nn.Linear(32, out_features=10)
