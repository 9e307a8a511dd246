# rule: indices.index_of_floats
# source: constructed
# says: y\.long\(\)
# %% before
import torch
import torch.nn.functional as F
y = torch.tensor([1., 2.])
# %% fails
F.one_hot(y)
# %% mended
F.one_hot(y.long())
