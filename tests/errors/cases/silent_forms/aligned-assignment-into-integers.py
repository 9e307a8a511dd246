# notice: numbers.fraction_into_integers
# source: constructed
# %% before
import torch
a = torch.tensor([1, 2, 3])
# %% cell
a[0]   = 0.5
a[1]   = 2
