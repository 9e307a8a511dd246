# notice: numbers.half_overflow
# source: constructed
# %% before
import torch
small = torch.full((4,), 300.).half()
# %% cell
squares = small * small
