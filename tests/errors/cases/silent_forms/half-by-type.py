# notice: numbers.half_overflow
# source: constructed
# %% before
import torch
big = torch.full((4,), 300000.)
# %% cell
small = big.type(torch.HalfTensor)
