# rule: layers_made.argument_of_layer_missing
# source: constructed
# says: kernel_size
# %% before
import torch
from torch import nn
# %% fails
first = nn.Conv2d(1, 8)
# %% mended
first = nn.Conv2d(1, 8, kernel_size=3, padding=1)
