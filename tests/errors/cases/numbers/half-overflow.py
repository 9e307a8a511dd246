# notice: numbers.half_overflow
# source: constructed
# says: 65504
# says: float32
# %% before
import torch
x = torch.tensor([1., 70000.])
# %% cell
h = x.half()
# %% mended
h = x.bfloat16()
