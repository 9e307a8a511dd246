# notice: numbers.half_overflow
# source: constructed
# %% before
import torch
big = torch.full((4,), 300000.)
dt = torch.float16
# %% cell
small = big.to(dt)
