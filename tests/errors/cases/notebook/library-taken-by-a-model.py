# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: nn is a Sequential here, not the module torch\.nn; it has no \.Dropout
# says: in cell \[2\]
# says: from torch import nn
# %% before
from torch import nn
# %% before
nn = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
# %% fails
drop = nn.Dropout(0.2)
# %% mended
from torch import nn
my_nn = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
drop = nn.Dropout(0.2)
