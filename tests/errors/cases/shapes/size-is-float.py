# rule: modules_made.size_is_float
# source: constructed
# says: //
# says: 784 // 2
# %% before
from torch import nn
# %% fails
nn.Linear(784 / 2, 10)
# %% mended
nn.Linear(784 // 2, 10)
