# rule: layers_made.dropout_in_percent
# source: constructed
# says: between 0 and 1
# says: 0\.25
# %% before
import torch
from torch import nn
# %% fails
drop = nn.Dropout(p=25)
# %% mended
drop = nn.Dropout(0.25)
