# notice: numbers.fraction_into_integers
# source: constructed
# says: int64
# says: 0\.5
# says: float
# %% before
import torch
x = torch.tensor([1, 2, 3])
# %% cell
x[0] = 0.5
x
# %% mended
x = x.float()
x[0] = 0.5
x
